import { asc, eq, sql, type SQL } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { events } from '../schema.ts';

/** The columns of an `EventRow`. */
export const eventColumns = {
  seq: events.seq,
  type: events.type,
  /** Milliseconds since 1970. */
  at: events.at,
  ticketId: events.ticketId,
  agentId: events.agentId,
  actorRole: events.actorRole,
  actorId: events.actorId,
  /** The number of the event among those of its room that customers get; null: they do not get it. */
  customerSeq: events.customerSeq,
  /** The number of the posted message among those that customers get. */
  customerMessageSeq: events.customerMessageSeq,
  data: events.data,
};

/** The events that a command wrote, in order. */
export const selectEventsOfChange = built((p: Placeholders<{ changeId: string }>) =>
  build
    .select({
      ...eventColumns,
      roomId: sql`data ->> 'roomId'` as SQL<string | null>,
      previousSeq: sql`(
        select max(earlier.seq) from events earlier
        where earlier.ticket_id = events.ticket_id and earlier.seq < events.seq)` as SQL<number | null>,
    })
    .from(events)
    .where(eq(events.changeId, p.changeId))
    .orderBy(asc(events.seq)),
);

/**
 * An event as the command that wrote it returns it. `roomId` is the room of its ticket. `previousSeq` is the `seq` of
 * the previous event of the same ticket, by which a reader of one room finds a gap. Both are null without a ticket;
 * `previousSeq` is null for the first event of a ticket.
 */
export type PublishedEvent = ReturnType<typeof selectEventsOfChange.read>[number];

/** An event as the event log has it. */
export type EventRow = Omit<PublishedEvent, 'roomId' | 'previousSeq'>;
