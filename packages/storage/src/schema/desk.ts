import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Whose database this is, in one row. */
export const desk = sqliteTable('desk', {
  id: integer('id').primaryKey(),
  /** The name of the workspace. The database serves no other. */
  workspace: text('workspace').notNull(),
});
