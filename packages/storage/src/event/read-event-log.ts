import { and, asc, gt, lte, type SQL, sql } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { query } from '../command/command.ts';
import { only, select } from '../command/statement.ts';
import { eventColumns } from '../rows/event-row.ts';
import { events } from '../schema.ts';

/** Where the event log begins and ends. */
export type EventLogBounds = {
  /** The highest `seq` that was ever given, or 0. */
  last: number;
  /** From this `seq` on no event is missing. Null: the event log is empty. */
  oldest: number | null;
};

// sqlite_sequence keeps the last number after its event is pruned. Up to events_pruned_to only some events remain:
// those of tickets that were open when the others were pruned.
const selectBounds = only(
  select<object, EventLogBounds>`
  select
    coalesce((select seq from sqlite_sequence where name = 'events'), 0) as "last",
    (select max(min(seq), (select events_pruned_to + (events_pruned_to > 0) from settings)) from events) as "oldest"`,
);

/** What a page of the event log starts after, and how many events and characters of data it has at most. */
type PageParams = { after: number; limit: number; maxCharacters: number };
type RoomPageParams = PageParams & { roomId: string };

/** The last `seq` of a page: the first event that reaches `maxCharacters` ends it. */
const endOfPage = (p: Placeholders<PageParams>, isWanted: SQL): SQL => sql`(
  select max(seq) from (
    select seq, sum(length(data)) over (order by seq) - length(data) as before
    from (select seq, data from events where ${isWanted} and seq > ${p.after} order by seq limit ${p.limit})
  ) where before < ${p.maxCharacters})`;

const ofRoom = (roomId: SQL): SQL => sql`ticket_id = (select id from tickets where room_id = ${roomId})`;

const selectAfter = built((p: Placeholders<PageParams>) =>
  build
    .select(eventColumns)
    .from(events)
    .where(and(gt(events.seq, p.after), lte(events.seq, endOfPage(p, sql`true`))))
    .orderBy(asc(events.seq)),
);

const selectOfRoomAfter = built((p: Placeholders<RoomPageParams>) =>
  build
    .select(eventColumns)
    .from(events)
    .where(and(ofRoom(p.roomId), gt(events.seq, p.after), lte(events.seq, endOfPage(p, ofRoom(p.roomId)))))
    .orderBy(asc(events.seq)),
);

const countOfRoomAfter = only(
  select<{ after: number; limit: number; roomId: string }, { count: number }>`
  select count(*) as "count" from (
    select 1 from events
    where ticket_id = (select id from tickets where room_id = :roomId) and seq > :after
    limit :limit
  )`,
);

/** Where the event log begins and ends. */
export const getEventLogBounds = query({ answer: { bounds: selectBounds } });

/**
 * At most `limit` events after a `seq`, in order, and the bounds of the event log at that moment. The page ends early with
 * the event that reaches `maxCharacters`.
 */
export const readEventLog = query({ answer: { bounds: selectBounds, events: selectAfter } });

/** A page of the events of one room, as `readEventLog` returns it. */
export const readRoomEventLog = query({ answer: { bounds: selectBounds, events: selectOfRoomAfter } });

/** The number of events of one room after a `seq`, counted up to `limit`. */
export const countRoomEvents = query({
  answer: { room: countOfRoomAfter },
  outcome: ({ room }) => room.count,
});
