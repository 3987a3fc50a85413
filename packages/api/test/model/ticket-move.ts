import { isWaiting, type ModelDesk, type ModelTicket } from './model-desk.ts';
import { assign, give, takeBack } from './route.ts';
import { isActive, mayBecome, type Refusal } from './ticket-life.ts';

export function escalate(desk: ModelDesk, ticket: ModelTicket, owner: string | null): Refusal {
  const isMine = owner === null || ticket.agentId === owner;
  const isDone = isMine && mayBecome(ticket, 'ESCALATED');
  if (isDone)
    takeBack(desk, ticket, {
      event: 'ticket.escalated',
      asksOthersFirst: true,
      set: { waitingStatus: 'ESCALATED', tier: Math.min(ticket.tier + 1, 9) },
    });
  assign(desk, 2);
  return isDone ? null : isMine ? 'transition_not_allowed' : 'ticket_not_found';
}

export function requeue(desk: ModelDesk, ticket: ModelTicket): Refusal {
  const isDone = isActive(ticket);
  if (isDone)
    takeBack(desk, ticket, { event: 'ticket.returned', reason: 'taken_back', asksOthersFirst: true });
  assign(desk, 2);
  return isDone ? null : 'transition_not_allowed';
}

export function transferToAgent(
  desk: ModelDesk,
  ticket: ModelTicket,
  owner: string | null,
  to: string,
): Refusal {
  const receiver = desk.agents.get(to);
  const isAble =
    receiver !== undefined &&
    receiver.isRoutable &&
    receiver.isConnected &&
    receiver.leaseUntil > desk.now &&
    receiver.load < receiver.maxLoad;
  const isMine = owner === null || ticket.agentId === owner;
  const isMovable = mayBecome(ticket, 'ASSIGNED', 'REASSIGNED');
  const isDone = isMine && isMovable && isAble && ticket.agentId !== to;
  if (isDone) give(desk, ticket, to, 'person');
  assign(desk, 1);
  if (isDone) return null;
  if (!isMine) return 'ticket_not_found';
  if (!isMovable) return 'transition_not_allowed';
  if (ticket.agentId === to) return null;
  return receiver ? 'agent_cannot_receive' : 'agent_not_found';
}

export function transferToQueue(
  desk: ModelDesk,
  ticket: ModelTicket,
  owner: string | null,
  queueId: string,
): Refusal {
  const isKnown = desk.settings.queues.some(({ id }) => id === queueId);
  const isMine = owner === null || ticket.agentId === owner;
  const isDone = isMine && isKnown && (isActive(ticket) || isWaiting(ticket));
  if (isDone)
    takeBack(desk, ticket, {
      event: 'ticket.moved',
      asksOthersFirst: true,
      set: { queueId, isQueueFixed: true },
    });
  assign(desk, 2);
  if (isDone) return null;
  if (!isMine) return 'ticket_not_found';
  return mayBecome(ticket, 'ASSIGNED', 'REASSIGNED') && !isKnown ? 'queue_unknown' : 'transition_not_allowed';
}
