import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { query } from '../command/command.ts';
import { only, select } from '../command/statement.ts';
import { eventColumns } from '../rows/event-row.ts';
import { events, tickets } from '../schema.ts';

export type EventLogBounds = {
  /** The last `seq` ever given. */
  last: number;
  /** The first `seq` from which on no event is missing, or null when no event is kept. */
  oldest: number | null;
};

// sqlite_sequence remembers the last number when its row has been pruned. Below the pruned part, only open
// tickets have kept their events.
const selectBounds = only(
  select<unknown, EventLogBounds>`
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

/** Where the event log begins and ends. */
export const getEventLogBounds = query({ answer: { bounds: selectBounds } });

/** The events after a `seq`, oldest first, and where the event log begins and ends at that moment. */
export const readEventLog = query({ answer: { bounds: selectBounds, events: selectAfter } });

/** The same for the events of one room. */
export const readRoomEventLog = query({ answer: { bounds: selectBounds, events: selectOfRoomAfter } });
