import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { query } from '../command/command.ts';
import { only, select } from '../command/statement.ts';
import { eventColumns } from '../rows/event-row.ts';
import { events, tickets } from '../schema.ts';

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

const selectAfter = built((p: Placeholders<{ after: number; limit: number }>) =>
  build
    .select(eventColumns)
    .from(events)
    .where(gt(events.seq, p.after))
    .orderBy(asc(events.seq))
    .limit(sql.placeholder('limit')),
);

const selectOfRoomAfter = built((p: Placeholders<{ after: number; limit: number; roomId: string }>) =>
  build
    .select(eventColumns)
    .from(events)
    .where(
      and(
        eq(
          events.ticketId,
          build.select({ id: tickets.id }).from(tickets).where(eq(tickets.roomId, p.roomId)),
        ),
        gt(events.seq, p.after),
      ),
    )
    .orderBy(asc(events.seq))
    .limit(sql.placeholder('limit')),
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

/** At most `limit` events after a `seq`, in order, and the bounds of the event log at that moment. */
export const readEventLog = query({ answer: { bounds: selectBounds, events: selectAfter } });

/** At most `limit` events of one room after a `seq`, in order, and the bounds of the event log at that moment. */
export const readRoomEventLog = query({ answer: { bounds: selectBounds, events: selectOfRoomAfter } });

/** The number of events of one room after a `seq`, counted up to `limit`. */
export const countRoomEvents = query({
  answer: { room: countOfRoomAfter },
  outcome: ({ room }) => room.count,
});
