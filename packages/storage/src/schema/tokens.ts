import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Whose tokens are not taken any more, where they were issued too early. */
export const tokenRevocations = sqliteTable(
  'token_revocations',
  {
    role: text('role').notNull(),
    sub: text('sub').notNull(),
    /** In seconds since 1970, as tokens say it: the last time of issue that is refused. */
    issuedUntil: integer('issued_until').notNull(),
    changeId: text('change_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.role, table.sub] })],
);
