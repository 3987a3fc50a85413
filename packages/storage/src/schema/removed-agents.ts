import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The agents that were removed and not added again. Only a person can add them: their tokens create no record. */
export const removedAgents = sqliteTable('removed_agents', {
  id: text('id').primaryKey(),
  /** The email of the removed record as it is compared. */
  email: text('email'),
  removedAt: integer('removed_at').notNull(),
  /** `issued_until` of the agent’s tokens before the removal. Null: they were not revoked. */
  revokedUntilBefore: integer('revoked_until_before'),
  changeId: text('change_id').notNull(),
});
