import { activeStates, statesBefore, type TicketState } from '@chat-ticket/domain';
import { openTicketOf } from './intake.ts';
import { type Chat, isOpen, type ModelDesk, type ModelTicket } from './model-desk.ts';
import { place } from './place.ts';
import { assign, fill, takeBack } from './route.ts';

/** Null where the command is done, or the code of the error that refuses it. */
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
  desk.tell('ticket.picked', ticket);
  return null;
}

export function decline(desk: ModelDesk, ticket: ModelTicket, agentId: string): Refusal {
  if (ticket.agentId === agentId && ticket.pickedAt === null && isActive(ticket)) {
    takeBack(desk, ticket, { event: 'ticket.declined', asksOthersFirst: true });
    assign(desk, 2);
    return null;
  }
  assign(desk, 2);
  if (ticket.agentId !== agentId) return 'ticket_not_found';
  return ticket.pickedAt === null ? 'transition_not_allowed' : 'ticket_picked';
}

export function closeRoom(desk: ModelDesk, ticket: ModelTicket, agentId: string): Refusal {
  if (ticket.agentId !== agentId) return 'room_not_found';
  if (!isActive(ticket)) return null;
  const { wrapUpSeconds } = desk.queueOf(ticket);
  desk.change(ticket, {
    status: 'CHAT_CLOSED',
    pickBy: null,
    wrapUpUntil: wrapUpSeconds === undefined ? null : desk.now + wrapUpSeconds * 1000,
  });
  desk.tell('room.closed', ticket);
  return null;
}

/** A ticket ends, by a person or by the end of its wrap-up. */
export function end(desk: ModelDesk, ticket: ModelTicket, reason?: string): void {
  desk.change(ticket, {
    status: 'CLOSED',
    closedAt: desk.now,
    pickBy: null,
    widenAt: null,
    retryAt: null,
    wrapUpUntil: null,
    declinedBy: [],
  });
  desk.tell('ticket.closed', ticket, reason ? { reason } : {});
}

export function close(desk: ModelDesk, ticket: ModelTicket, owner: string | null): Refusal {
  if (owner !== null && ticket.agentId !== owner) return 'ticket_not_found';
  if (!isOpen(ticket)) return null;
  end(desk, ticket);
  fill(desk, ticket.agentId);
  return null;
}

/** Of one ticket nothing moves by it. */
export function noteRefund(desk: ModelDesk, ticket: ModelTicket): Refusal {
  desk.tell('ticket.refund_created', ticket);
  return null;
}

/** A change that was meant for another version; it still makes the assignments that were there to make. */
export function refuseVersion(
  desk: ModelDesk,
  ticket: ModelTicket,
  { owner, assignments }: { owner: string | null; assignments: number },
): Refusal {
  assign(desk, assignments);
  return owner !== null && ticket.agentId !== owner ? 'ticket_not_found' : 'version_mismatch';
}

export function setWorkflowStatus(
  desk: ModelDesk,
  ticket: ModelTicket,
  status: 'WORKFLOW_PENDING' | 'WORKFLOW_DONE' | 'ERROR',
): Refusal {
  const isThere = ticket.status === status;
  const isDone = mayBecome(ticket, status);
  if (isDone) {
    desk.tell('ticket.status_changed', ticket, { status });
    const gone = { agentId: null, isAgentFixed: false, pickBy: null, pickedAt: null };
    desk.change(ticket, {
      status,
      widenAt: null,
      retryAt: null,
      ...(status === 'WORKFLOW_DONE' ? { waitingStatus: status } : {}),
      ...(status === 'ERROR' ? gone : {}),
    });
    if (status === 'WORKFLOW_DONE') place(desk, ticket);
  }
  assign(desk, 1);
  return isDone || isThere ? null : 'transition_not_allowed';
}

export function update(desk: ModelDesk, ticket: ModelTicket, fields: Partial<Chat>): Refusal {
  const other = openTicketOf(desk, { ...ticket, ...fields });
  const isTaken = isOpen(ticket) && other !== undefined && other !== ticket;
  const isDone = isOpen(ticket) && !isTaken;
  if (isDone) {
    Object.assign(ticket, fields);
    place(desk, ticket);
    desk.tell('ticket.updated', ticket);
  }
  assign(desk, 1);
  return isDone ? null : isTaken ? 'ticket_exists' : 'transition_not_allowed';
}
