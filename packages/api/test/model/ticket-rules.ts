// What a change of a ticket does to the model, and when it is refused.
// @see packages/domain/src/ticket/transition.ts, packages/domain/src/ticket/state.ts
import { activeStates, statesBefore, type TicketState } from '@chat-ticket/domain';
import { openTicketOf } from './create-ticket-rules.ts';
import { type NewTicket, isOpen, type ModelDesk, type ModelTicket } from './model-desk.ts';
import { place } from './place-rules.ts';
import { assignWaiting, assignWaitingTo, unassign } from './assignment-rules.ts';

/** The error code that refuses the command, or null if it succeeds. */
export type Refusal = string | null;

export const isActive = ({ status }: ModelTicket) =>
  (activeStates as readonly TicketState[]).includes(status);
export const mayBecome = (ticket: ModelTicket, ...targets: TicketState[]) =>
  statesBefore(...targets).includes(ticket.status);

export function pick(desk: ModelDesk, ticket: ModelTicket, agentId: string): Refusal {
  if (ticket.agentId !== agentId) return 'ticket_not_found';
  if (ticket.pickedAt !== null) return null;
  if (!isActive(ticket)) return 'transition_not_allowed';
  desk.change(ticket, { pickedAt: desk.now, pickBy: null });
  desk.agents.get(agentId)!.misses = 0;
  desk.emit('ticket.picked', ticket);
  return null;
}

export function decline(desk: ModelDesk, ticket: ModelTicket, agentId: string): Refusal {
  if (ticket.agentId === agentId && ticket.pickedAt === null && isActive(ticket)) {
    unassign(desk, ticket, { event: 'ticket.declined', addsDecline: true });
    assignWaiting(desk, 2);
    return null;
  }
  assignWaiting(desk, 2);
  if (ticket.agentId !== agentId) return 'ticket_not_found';
  return ticket.pickedAt === null ? 'transition_not_allowed' : 'ticket_picked';
}

/** Whether the ticket can get the closing code: one of the settings for its queue, or the one that it has. */
const allowsCode = (desk: ModelDesk, ticket: ModelTicket, code: string) =>
  code === ticket.closingCode ||
  desk.settings.closingCodes.some(
    ({ id, archived, queueIds }) =>
      id === code && !archived && (queueIds === undefined || queueIds.includes(ticket.queueId)),
  );

export function closeRoom(desk: ModelDesk, ticket: ModelTicket, agentId: string): Refusal {
  if (ticket.agentId !== agentId) return 'room_not_found';
  if (!isActive(ticket)) return null;
  const { wrapUpSeconds, requiresClosingCode } = desk.queueOf(ticket);
  if (requiresClosingCode && ticket.closingCode === null) return 'closing_code_required';
  desk.change(ticket, {
    status: 'CHAT_CLOSED',
    pickBy: null,
    wrapUpUntil: wrapUpSeconds === undefined ? null : desk.now + wrapUpSeconds * 1000,
  });
  desk.emit('room.closed', ticket);
  return null;
}

/** Closes a ticket, for a person or at the end of its wrap-up. */
export function endTicket(desk: ModelDesk, ticket: ModelTicket, reason?: string): void {
  desk.change(ticket, {
    status: 'CLOSED',
    closedAt: desk.now,
    pickBy: null,
    widenAt: null,
    retryAt: null,
    wrapUpUntil: null,
    declinedBy: [],
  });
  desk.emit('ticket.closed', ticket, reason ? { reason } : {});
}

export function close(
  desk: ModelDesk,
  ticket: ModelTicket,
  owner: string | null,
  code: string | null,
): Refusal {
  if (owner !== null && ticket.agentId !== owner) return 'ticket_not_found';
  if (!isOpen(ticket)) return null;
  if (code !== null && !allowsCode(desk, ticket, code)) return 'closing_code_unknown';
  const closingCode = code ?? ticket.closingCode;
  if (desk.queueOf(ticket).requiresClosingCode && closingCode === null) return 'closing_code_required';
  ticket.closingCode = closingCode;
  endTicket(desk, ticket);
  assignWaitingTo(desk, ticket.agentId);
  return null;
}

export function setClosingCode(
  desk: ModelDesk,
  ticket: ModelTicket,
  owner: string | null,
  code: string,
): Refusal {
  if (owner !== null && ticket.agentId !== owner) return 'ticket_not_found';
  if (ticket.closingCode === code) return null;
  if (!allowsCode(desk, ticket, code)) return 'closing_code_unknown';
  if (owner !== null && !isOpen(ticket)) return 'transition_not_allowed';
  ticket.closingCode = code;
  desk.emit('ticket.closing_changed', ticket);
  return null;
}

/** Sets custom fields. Null removes one. The batch assigns a waiting ticket, also if it changes nothing. */
export function changeFields(
  desk: ModelDesk,
  ticket: ModelTicket,
  owner: string | null,
  fields: Record<string, string | null>,
): Refusal {
  const isOwn = owner === null || ticket.agentId === owner;
  const isSame = Object.entries(fields).every(([id, value]) => (ticket.fieldKeys[id] ?? null) === value);
  const mayChange = isOwn && (owner === null || isOpen(ticket));
  if (mayChange && !isSame) {
    const kept = Object.entries(ticket.fieldKeys).filter(([id]) => !(id in fields));
    const set = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null);
    ticket.fieldKeys = Object.fromEntries([...kept, ...set]);
    if (isOpen(ticket)) place(desk, ticket);
    desk.emit('ticket.fields_changed', ticket);
  }
  assignWaiting(desk, 1);
  if (!isOwn) return 'ticket_not_found';
  return mayChange || isSame ? null : 'transition_not_allowed';
}

/** A refund is an event only: the ticket does not change. */
export function recordRefund(desk: ModelDesk, ticket: ModelTicket): Refusal {
  desk.emit('ticket.refund_created', ticket);
  return null;
}

/** A change with an If-Match of another version is refused, but its batch still assigns waiting tickets. */
export function refuseVersion(
  desk: ModelDesk,
  ticket: ModelTicket,
  { owner, assignments }: { owner: string | null; assignments: number },
): Refusal {
  assignWaiting(desk, assignments);
  return owner !== null && ticket.agentId !== owner ? 'ticket_not_found' : 'version_mismatch';
}

export function setWorkflowStatus(
  desk: ModelDesk,
  ticket: ModelTicket,
  status: 'WORKFLOW_PENDING' | 'WORKFLOW_DONE' | 'ERROR',
): Refusal {
  const isSame = ticket.status === status;
  const isDone = mayBecome(ticket, status);
  if (isDone) {
    desk.emit('ticket.status_changed', ticket, { status });
    const unassigned = { agentId: null, isAgentFixed: false, pickBy: null, pickedAt: null };
    desk.change(ticket, {
      status,
      widenAt: null,
      retryAt: null,
      ...(status === 'WORKFLOW_DONE' ? { waitingStatus: status } : {}),
      ...(status === 'ERROR' ? unassigned : {}),
    });
    if (status === 'WORKFLOW_DONE') place(desk, ticket);
  }
  assignWaiting(desk, 1);
  return isDone || isSame ? null : 'transition_not_allowed';
}

export function updateFields(desk: ModelDesk, ticket: ModelTicket, fields: Partial<NewTicket>): Refusal {
  const other = openTicketOf(desk, { ...ticket, ...fields });
  const isTaken = isOpen(ticket) && other !== undefined && other !== ticket;
  const isDone = isOpen(ticket) && !isTaken;
  if (isDone) {
    Object.assign(ticket, fields);
    place(desk, ticket);
    desk.emit('ticket.updated', ticket);
  }
  assignWaiting(desk, 1);
  return isDone ? null : isTaken ? 'ticket_exists' : 'transition_not_allowed';
}
