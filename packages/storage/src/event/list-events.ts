import { asc, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { events } from '../schema.ts';
import { build, reader } from '../statement.ts';
import { eventFields, type EventRow } from './event-row.ts';

type Params = { after: number | null; limit: number };

const selectLog = reader<Record<never, never>>()(
  {
    prunedTo: sql<number>`events_pruned_to`,
    lastSeq: sql<number>`max(events_pruned_to, coalesce((select max(seq) from ${events}), 0))`,
  },
  (_, fields) => build.select(fields).from(sql`settings`),
);
const selectEvents = reader<Params>()(eventFields, (p, fields) =>
  build
    .select(fields)
    .from(events)
    .where(sql`${events.seq} > coalesce(${p.after}, (select events_pruned_to from settings))`)
    .orderBy(asc(events.seq))
    .limit(sql.placeholder('limit')),
);

/** A part of the log. Below `prunedTo` it has gaps. */
export async function listEvents(
  db: Database,
  params: Params,
): Promise<{ prunedTo: number; lastSeq: number; events: EventRow[] }> {
  const [log, found] = await db.batch([selectLog({}), selectEvents(params)], 'read');
  return { ...selectLog.rows(log!)[0]!, events: selectEvents.rows(found!) };
}
