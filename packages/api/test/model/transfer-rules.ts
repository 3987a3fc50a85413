// What the changes that take a ticket from its agent do to the model: escalate, requeue, transfer.
import { isWaiting, type ModelDesk, type ModelTicket } from './model-desk.ts';
import { assignWaiting, assignTo, unassign } from './assignment-rules.ts';
import { isActive, mayBecome, type Refusal } from './ticket-rules.ts';

export function escalate(desk: ModelDesk, ticket: ModelTicket, owner: string | null): Refusal {
  const isAllowed = owner === null || ticket.agentId === owner;
  const isDone = isAllowed && mayBecome(ticket, 'ESCALATED');
  if (isDone)
    unassign(desk, ticket, {
      event: 'ticket.escalated',
      addsDecline: true,
      set: { waitingStatus: 'ESCALATED', tier: Math.min(ticket.tier + 1, 9) },
    });
  assignWaiting(desk, 2);
  return isDone ? null : isAllowed ? 'transition_not_allowed' : 'ticket_not_found';
}

export function requeue(desk: ModelDesk, ticket: ModelTicket): Refusal {
  const isDone = isActive(ticket);
  if (isDone) unassign(desk, ticket, { event: 'ticket.returned', reason: 'taken_back', addsDecline: true });
  assignWaiting(desk, 2);
  return isDone ? null : 'transition_not_allowed';
}

export function transferToAgent(
  desk: ModelDesk,
  ticket: ModelTicket,
  owner: string | null,
  to: string,
): Refusal {
  const receiver = desk.agents.get(to);
  const canReceive =
    receiver !== undefined &&
    receiver.isRoutable &&
    receiver.isConnected &&
    receiver.leaseUntil > desk.now &&
    receiver.load < receiver.maxLoad;
  const isAllowed = owner === null || ticket.agentId === owner;
  const mayBeAssigned = mayBecome(ticket, 'ASSIGNED', 'REASSIGNED');
  const isDone = isAllowed && mayBeAssigned && canReceive && ticket.agentId !== to;
  if (isDone) assignTo(desk, ticket, to, 'person');
  assignWaiting(desk, 1);
  if (isDone) return null;
  if (!isAllowed) return 'ticket_not_found';
  if (!mayBeAssigned) return 'transition_not_allowed';
  if (ticket.agentId === to) return null;
  // An agent does not learn which agents exist.
  return receiver || owner !== null ? 'agent_cannot_receive' : 'agent_not_found';
}

export function transferToQueue(
  desk: ModelDesk,
  ticket: ModelTicket,
  owner: string | null,
  queueId: string,
): Refusal {
  const isKnown = desk.settings.queues.some(({ id }) => id === queueId);
  const isAllowed = owner === null || ticket.agentId === owner;
  const isDone = isAllowed && isKnown && (isActive(ticket) || isWaiting(ticket));
  if (isDone)
    unassign(desk, ticket, {
      event: 'ticket.moved',
      addsDecline: true,
      set: { queueId, isQueueFixed: true },
    });
  assignWaiting(desk, 2);
  if (isDone) return null;
  if (!isAllowed) return 'ticket_not_found';
  return mayBecome(ticket, 'ASSIGNED', 'REASSIGNED') && !isKnown ? 'queue_unknown' : 'transition_not_allowed';
}
