import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';

/** When the desk was last known to serve the workspace, in one row. */
export const service = sqliteTable('service', {
  id: integer('id').primaryKey(),
  /** In ms since 1970. It is older than a few seconds only while no deadline runs, or after a gap. */
  servedUntil: integer('served_until').notNull(),
});
