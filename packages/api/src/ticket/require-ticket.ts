import type { ErrorCode } from '@chat-ticket/contract';
import { type Principal, seesAllTickets } from '@chat-ticket/domain';
import type { AgentRow, TicketRow } from '@chat-ticket/storage';
import { ApiError, type ErrorOccurrence } from '../error/api-error.ts';

/**
 * Returns the ticket when it is the agent’s. Throws `ticket_of_another_agent` for a principal that may see all
 * tickets, and `missing` for any other.
 */
export function requireOwnTicket(
  principal: Principal,
  agent: AgentRow,
  ticket: TicketRow | null,
  missing: {
    code: ErrorCode & ('ticket_not_found' | 'room_not_found');
    source: NonNullable<ErrorOccurrence['source']>;
  },
): TicketRow {
  if (ticket?.agentId === agent.id) return ticket;
  if (ticket && seesAllTickets(principal)) throw new ApiError('ticket_of_another_agent');
  throw new ApiError(missing.code, { source: missing.source });
}

/** Returns the ticket when the principal may see it: an agent its own, the other desk roles any. */
export function requireVisibleTicket(principal: Principal, ticket: TicketRow | null): TicketRow {
  if (ticket && (ticket.agentId === principal.sub || seesAllTickets(principal))) return ticket;
  throw new ApiError('ticket_not_found', { source: { parameter: 'ticketID' } });
}
