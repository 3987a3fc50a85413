// The queue of a ticket, its rank there and the skills it needs.
// @see packages/domain/src/routing/match-queue.ts, queue-rank.ts, stage.ts
import { matchQueue, queueRank, skillsNeeded, stagesOf } from '@chat-ticket/domain';
import { isWaiting, type ModelDesk, type ModelTicket } from './model-desk.ts';

/** Sets the queue, the rank, the stage and the needs of a ticket at its age. */
export function place(desk: ModelDesk, ticket: ModelTicket): void {
  const { queues, priorityPointSeconds } = desk.settings;
  const chosen = ticket.isQueueFixed ? queues.find(({ id }) => id === ticket.queueId) : undefined;
  const queue = chosen ?? matchQueue(queues, ticket);
  const stages = stagesOf(queue);
  const age = openMs(desk, queue.id, ticket.createdAt);
  const stage = stages.findLastIndex(({ afterMs }) => afterMs <= age);
  const next = stages[stage + 1];
  const { needs, tier } = stages[stage]!;
  Object.assign(ticket, {
    queueId: queue.id,
    isQueueFixed: queue === chosen,
    rank: queueRank(
      { priority: ticket.priority + queue.priority, createdAt: ticket.createdAt },
      priorityPointSeconds * 1000,
    ),
    stage,
    needs: skillsNeeded(needs, ticket),
    tierFrom: ticket.tier,
    tierTo: Math.max(ticket.tier, tier),
    widenAt: next && isWaiting(ticket) ? whenOpenFor(desk, queue.id, ticket.createdAt, next.afterMs) : null,
    retryAt:
      isWaiting(ticket) && ticket.declinedBy.length > 0
        ? (ticket.retryAt ?? desk.now + queue.pickTimeoutSeconds * 1000)
        : null,
  } satisfies Partial<ModelTicket>);
}

/** The time in ms that the queue has been open since `since`. */
function openMs(desk: ModelDesk, queueId: string, since: number): number {
  return desk.periods
    .get(queueId)!
    .reduce(
      (sum, { opensAt, closesAt }) =>
        sum + Math.max(0, Math.min(closesAt, desk.now) - Math.max(opensAt, since)),
      0,
    );
}

/** The time at which the queue will have been open for `ms` since `since`, or the end of the known opening hours. */
function whenOpenFor(desk: ModelDesk, queueId: string, since: number, ms: number): number | null {
  let left = ms;
  for (const { opensAt, closesAt } of desk.periods.get(queueId)!) {
    const from = Math.max(opensAt, since);
    if (closesAt <= from) continue;
    if (closesAt - from > left) return from + left;
    left -= closesAt - from;
  }
  return desk.hoursUntil;
}
