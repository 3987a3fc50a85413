import type { Role } from '@chat-ticket/contract';
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Until when the tokens of a person are revoked, by the claims `role` and `sub`. */
export const tokenRevocations = sqliteTable(
  'token_revocations',
  {
    role: text('role').$type<Role>().notNull(),
    sub: text('sub').notNull(),
    /** Tokens that were issued until this time are refused. In seconds since 1970, as the claim `iat`. */
    issuedUntil: integer('issued_until').notNull(),
    changeId: text('change_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.role, table.sub] })],
);
