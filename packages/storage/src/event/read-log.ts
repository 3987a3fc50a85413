import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { build, reader } from '../statement.ts';
import { type EventRow, selectEventsAfter, selectRoomEventsAfter } from './event-row.ts';

/** `last`: the last number ever given. `oldest`: the first from which on none is missing, null when none is kept. */
export type LogBounds = { last: number; oldest: number | null };

// A number that was given stays given when its row is pruned: sqlite_sequence remembers.
const selectBounds = reader<Record<never, never>>()(
  {
    last: sql<number>`coalesce((select seq from sqlite_sequence where name = 'events'), 0)`,
    // Of what lies below the pruned part, only tickets that are open have kept their events.
    oldest: sql<
      number | null
    >`(select max(min(seq), (select events_pruned_to + (events_pruned_to > 0) from settings)) from events)`,
  },
  (_, fields) => build.select(fields).from(sql`(select 1)`),
);

/** What the log reaches from and to. */
export async function getLogBounds(db: Database): Promise<LogBounds> {
  const [result] = await db.batch([selectBounds({})], 'read');
  return selectBounds.rows(result!)[0]!;
}

/**
 * The log from behind a position, oldest first, at most `limit` of it, and what there is of it at the time;
 * with a room only what happened there.
 */
export async function readLog(
  db: Database,
  { roomId, ...page }: { after: number; limit: number; roomId?: string | undefined },
): Promise<{ bounds: LogBounds; events: EventRow[] }> {
  const select = roomId === undefined ? selectEventsAfter(page) : selectRoomEventsAfter({ ...page, roomId });
  const [bounds, events] = await db.batch([selectBounds({}), select], 'read');
  return { bounds: selectBounds.rows(bounds!)[0]!, events: selectEventsAfter.rows(events!) };
}
