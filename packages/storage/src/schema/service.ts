import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** When the desk was last known to serve the workspace, in one row. */
export const service = sqliteTable('service', {
  id: integer('id').primaryKey(),
  /** In ms since 1970. It is older than a few seconds only while no deadline runs, or after a gap. */
  servedUntil: integer('served_until').notNull(),
  /** The last gap, in ms since 1970: from when until when the desk did not serve. */
  gapFrom: integer('gap_from'),
  gapUntil: integer('gap_until'),
  /**
   * The customer, entity and order of the last open ticket whose deadlines were moved by the gap: a JSON array. Null: all
   * deadlines were moved.
   */
  movingAfter: text('moving_after'),
});
