import type { Role } from '@chat-ticket/contract';
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Whose tokens are refused when they were issued too early. */
export const tokenRevocations = sqliteTable(
  'token_revocations',
  {
    role: text('role').$type<Role>().notNull(),
    sub: text('sub').notNull(),
    /** The last time of issue that is refused, in seconds since 1970, as in tokens. */
    issuedUntil: integer('issued_until').notNull(),
    changeId: text('change_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.role, table.sub] })],
);
