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

// sqlite_sequence keeps the last number after its event is pruned.
const lastSeq = `coalesce((select seq from sqlite_sequence where name = 'events'), 0)`;

// Up to events_pruned_to only some events remain: those of tickets that were open when the others were pruned.
const selectBounds = only(
  select<object, EventLogBounds>`
  select
    ${lastSeq} as "last",
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

/** Where a room’s part of the event log ends. */
export type RoomEnd = {
  /** The highest `seq` that was ever given, or 0. */
  last: number;
  /** The last number that an event of the room got for customers, or 0. */
  lastCustomerSeq: number;
};

const lastCustomerSeq = 'coalesce((select last_customer_seq from tickets where room_id = :roomId), 0)';

const selectRoomEnd = only(
  select<{ roomId: string }, RoomEnd>`select ${lastSeq} as "last", ${lastCustomerSeq} as "lastCustomerSeq"`,
);

/** The first event that customers get after a position of theirs. */
const firstAfter = `
    select seq, customer_seq, ticket_id from events
    where ticket_id = (select id from tickets where room_id = :roomId) and customer_seq > :after
    order by customer_seq limit 1`;

const selectCustomerPosition = only(
  select<
    { roomId: string; after: number; limit: number },
    RoomEnd & { nextSeq: number | null; nextCustomerSeq: number | null; count: number }
  >`
  select
    ${lastSeq} as "last", ${lastCustomerSeq} as "lastCustomerSeq",
    next.seq as "nextSeq", next.customer_seq as "nextCustomerSeq",
    (select count(*) from (
      select 1 from events where ticket_id = next.ticket_id and seq >= next.seq limit :limit)) as "count"
  from (select 1) left join (${firstAfter}) next`,
);

/** Where the event log begins and ends. */
export const getEventLogBounds = query({ answer: { bounds: selectBounds } });

/**
 * At most `limit` events after a `seq`, in order, and the bounds of the event log at that moment. The page ends early with
 * the event that reaches `maxCharacters`.
 */
export const readEventLog = query({ answer: { bounds: selectBounds, events: selectAfter } });

/** A page of the events of one room, as `readEventLog` returns it, and where the room’s part of the event log ends. */
export const readRoomEventLog = query({ answer: { bounds: selectRoomEnd, events: selectOfRoomAfter } });

/** Where a room’s part of the event log ends. */
export const getRoomEnd = query({ answer: { end: selectRoomEnd }, outcome: ({ end }) => end });

/**
 * Where a room’s part of the event log ends, and what follows the position `after` of a customer: the first event that
 * customers get, and the number of events of the room from there on, counted up to `limit`.
 */
export const findCustomerPosition = query({
  answer: { position: selectCustomerPosition },
  outcome: ({ position }) => position,
});
