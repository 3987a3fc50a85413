import type { QueuePlace } from '@chat-ticket/contract';
import { activeStates, estimateWait, type TicketState } from '@chat-ticket/domain';
import type { QueuePlaceRow } from '@chat-ticket/storage';
import { present, time } from '../wire.ts';

/** What a customer is told of its place in the queue. */
export function toQueuePlace(place: QueuePlaceRow, now: number): QueuePlace {
  const { opensAt, position, queueIsOpen, status } = place;
  const wait = estimateWait(place, now);
  return {
    state: stateOf(status),
    ...present({
      position,
      estimatedWaitSeconds: wait?.estimate === 'measured' ? wait.seconds : null,
      estimate: wait?.estimate,
      opensTimestamp: position === null || queueIsOpen ? null : time(opensAt),
    }),
  };
}

/** To the customer, a chat in wrap-up is over. What a workflow has, or an error stopped, still waits. */
export function stateOf(status: TicketState): QueuePlace['state'] {
  if (status === 'CLOSED' || status === 'CHAT_CLOSED') return 'closed';
  return (activeStates as readonly TicketState[]).includes(status) ? 'assigned' : 'waiting';
}
