import type { ErrorCode } from '@chat-ticket/contract';
import { allowedAfter, type Principal, seesAllTickets } from '@chat-ticket/domain';
import type { CommandContext, TicketChange, TicketChangeOutcome, TicketRow } from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import { ifMatchTags } from '../request/if-match.ts';

type ChangeRequest = {
  principal: Principal;
  context: CommandContext;
  params: { ticketID: string };
  headers: { ifMatch?: string };
};

/** A change of the ticket in the path. An agent can change its own tickets only. */
export const ticketChange = ({ principal, context, params, headers }: ChangeRequest): TicketChange => ({
  ...context,
  ticketId: params.ticketID,
  owner: seesAllTickets(principal) ? null : principal.sub,
  ifVersion: ifMatchTags(headers.ifMatch),
});

/**
 * Returns the changed ticket, or throws why the change was refused. `ticket_not_found` comes before
 * `version_mismatch`, so that an agent learns nothing of a ticket that it may not see. `onUnchanged` decides
 * about every other refusal; it can also return the ticket as it is.
 */
export function unwrapChange(
  change: TicketChange,
  { outcome, ticket }: TicketChangeOutcome<string>,
  onUnchanged: (ticket: TicketRow) => TicketRow = refuseTransition,
): TicketRow {
  if (ticket && outcome === 'done') return ticket;
  if (!ticket || (change.owner !== null && ticket.agentId !== change.owner))
    throw new ApiError('ticket_not_found', { source: { parameter: 'ticketID' } });
  if (change.ifVersion !== null && !change.ifVersion.includes(ticket.changeId))
    throw new ApiError('version_mismatch', { source: { header: 'If-Match' } });
  return onUnchanged(ticket);
}

/** Throws `transition_not_allowed`. */
export function refuseTransition(ticket: TicketRow): never {
  throw ticketRefusal('transition_not_allowed', ticket);
}

/** An error with the ticket’s status and the statuses that it can change to. */
export const ticketRefusal = (code: ErrorCode, ticket: TicketRow) =>
  new ApiError(code, {
    meta: {
      ticketStatus: ticket.status,
      allowedStatuses: [...allowedAfter(ticket.status)],
    },
  });
