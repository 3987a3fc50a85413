import { type Caller, seesAllTickets } from '@chat-ticket/domain';
import type { TicketRow } from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';

/** The ticket, when the caller may know of it: an agent’s own, or any for those who see all. */
export function visibleTicket(caller: Caller, ticket: TicketRow | null): TicketRow {
  if (ticket && (ticket.agentId === caller.sub || seesAllTickets(caller))) return ticket;
  throw new ApiError('ticket_not_found', { source: { parameter: 'ticketID' } });
}
