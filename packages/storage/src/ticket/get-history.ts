import { asc, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import type { TicketEvent } from '../event/append.ts';
import { events } from '../schema.ts';
import { build, reader } from '../statement.ts';
import { selectTicket } from './get-ticket.ts';
import type { TicketRow } from './ticket-row.ts';

const eventFields = {
  seq: events.seq,
  type: events.type,
  at: events.at,
  agentId: events.agentId,
  actorRole: events.actorRole,
  actorId: events.actorId,
  data: events.data,
};
const selectEvents = reader<{ ticketId: string }>()(eventFields, (p, fields) =>
  build
    .select(fields)
    .from(events)
    .where(sql`${events.ticketId} = ${p.ticketId} and ${events.type} not in ('message.posted', 'room.read')`)
    .orderBy(asc(events.seq)),
);

export type TicketEventRow = {
  seq: number;
  type: TicketEvent;
  at: number;
  agentId: string | null;
  actorRole: string;
  actorId: string;
  /** JSON object: what the event’s command wrote into it. */
  data: string;
};

/** What happened to a ticket but for what was said and read in its room, oldest first, beside the ticket, which is null when there is none. */
export async function getHistory(
  db: Database,
  ticketId: string,
): Promise<{ ticket: TicketRow | null; events: TicketEventRow[] }> {
  const [ticket, happened] = await db.batch([selectTicket({ ticketId }), selectEvents({ ticketId })], 'read');
  return {
    ticket: selectTicket.rows(ticket!)[0] ?? null,
    events: selectEvents.rows(happened!) as TicketEventRow[],
  };
}
