import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { events } from '../schema.ts';
import { build, reader } from '../statement.ts';

/** What happened, as the log has it. `data` is a JSON object. */
export type EventRow = {
  seq: number;
  type: string;
  at: number;
  ticketId: string | null;
  agentId: string | null;
  data: string;
};

const fields = {
  seq: events.seq,
  type: events.type,
  at: events.at,
  ticketId: events.ticketId,
  agentId: events.agentId,
  data: events.data,
};
const selectEvents = reader<{ after: number; limit: number }>()(fields, (p, columns) =>
  build
    .select(columns)
    .from(events)
    .where(sql`${events.seq} > ${p.after}`)
    .orderBy(sql`${events.seq} limit ${p.limit}`),
);

/** What happened after an event, in commit order; no more than `limit`. */
export async function listEvents(db: Database, range: { after: number; limit: number }): Promise<EventRow[]> {
  const [result] = await db.batch([selectEvents(range)], 'read');
  return selectEvents.rows(result!);
}
