import type { ErrorCode } from '@chat-ticket/contract';
import { type Caller, seesAllTickets } from '@chat-ticket/domain';
import type { AgentRow, TicketRow } from '@chat-ticket/storage';
import { ApiError, type Problem } from '../error/api-error.ts';

/** The ticket, when it is the agent’s. Who may not know of others’ tickets is told that there is none. */
export function ownTicket(
  caller: Caller,
  agent: AgentRow,
  ticket: TicketRow | null,
  missing: {
    code: ErrorCode & ('ticket_not_found' | 'room_not_found');
    source: NonNullable<Problem['source']>;
  },
): TicketRow {
  if (ticket?.agentId === agent.id) return ticket;
  if (ticket && seesAllTickets(caller)) throw new ApiError('ticket_of_another_agent');
  throw new ApiError(missing.code, { source: missing.source });
}
