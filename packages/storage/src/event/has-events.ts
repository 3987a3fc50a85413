import type { Database } from '../database.ts';

/** Whether anything has ever happened at the desk. */
export async function hasEvents(db: Database): Promise<boolean> {
  const [result] = await db.batch(['select 1 from events where seq > 0 limit 1'], 'read');
  return result!.rows.length > 0;
}
