import type { ErrorCode, TicketRecord } from '@chat-ticket/contract';
import { allowedAfter, type Caller, seesAllTickets, type TicketState } from '@chat-ticket/domain';
import type { Command, TicketChange, TicketChangeOutcome, TicketRow } from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import { toTicketRecord } from './ticket-response.ts';

type ChangeRequest = {
  caller: Caller;
  command: Command;
  params: { ticketID: string };
  headers: { ifMatch?: string };
};

/** A change of the ticket in the path: an agent’s own, or anyone’s for those who see all. */
export const ticketChange = ({ caller, command, params, headers }: ChangeRequest): TicketChange => ({
  ...command,
  ticketId: params.ticketID,
  owner: seesAllTickets(caller) ? null : caller.sub,
  ifVersion: headers.ifMatch?.slice(1, -1) ?? null,
});

/**
 * The ticket that was changed, or why it was not: first who may know of it, then at which version it was
 * meant, and only then `unchanged`, which can also answer it as it is.
 */
export function changedTicket(
  change: TicketChange,
  { isDone, ticket }: TicketChangeOutcome,
  unchanged: (ticket: TicketRow) => TicketRow = notAllowed,
): TicketRow {
  if (ticket && isDone) return ticket;
  if (!ticket || (change.owner !== null && ticket.agentId !== change.owner))
    throw new ApiError('ticket_not_found', { source: { parameter: 'ticketID' } });
  if (change.ifVersion !== null && ticket.changeId !== change.ifVersion)
    throw new ApiError('version_mismatch', { source: { header: 'If-Match' } });
  return unchanged(ticket);
}

export function notAllowed(ticket: TicketRow): never {
  throw refusal('transition_not_allowed', ticket);
}

/** Says where the ticket stands and where it can go from there. */
export const refusal = (code: ErrorCode, ticket: TicketRow) =>
  new ApiError(code, {
    meta: {
      ticketStatus: ticket.status,
      allowedStatuses: [...allowedAfter(ticket.status as TicketState)],
    },
  });

/** A ticket as an answer, with the version that If-Match takes. */
export const ticketAnswer = (ticket: TicketRow, now: number) => ({
  status: 200 as const,
  body: toTicketRecord(ticket, now) satisfies TicketRecord,
  headers: { ETag: `"${ticket.changeId}"` },
});
