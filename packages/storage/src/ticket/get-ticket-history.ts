import { and, asc, eq, notInArray } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { query } from '../command/command.ts';
import { one } from '../command/statement.ts';
import { eventColumns } from '../rows/event-row.ts';
import { selectTicket } from '../rows/ticket-row.ts';
import { events } from '../schema.ts';

const selectTicketEvents = built((p: Placeholders<{ ticketId: string }>) =>
  build
    .select(eventColumns)
    .from(events)
    .where(and(eq(events.ticketId, p.ticketId), notInArray(events.type, ['message.posted', 'room.read'])))
    .orderBy(asc(events.seq)),
);

/** The ticket and its events in order, without messages and read positions. `ticket` is null if it does not exist. */
export const getTicketHistory = query({ answer: { ticket: one(selectTicket), events: selectTicketEvents } });
