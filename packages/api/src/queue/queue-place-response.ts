import type { QueuePlace } from '@chat-ticket/contract';
import { activeStates, estimateWait, type TicketState } from '@chat-ticket/domain';
import type { QueuePlaceRow } from '@chat-ticket/storage';
import { withoutEmpty, toTimestamp } from '../route/wire.ts';

/** A customer’s place in the queue, on the wire. */
export function toQueuePlace(place: QueuePlaceRow, now: number): QueuePlace {
  const { opensAt, position, queueIsOpen, status } = place;
  const wait = estimateWait(place, now);
  return {
    state: queueStateOf(status),
    ...withoutEmpty({
      position,
      estimatedWaitSeconds: wait?.estimate === 'measured' ? wait.seconds : null,
      estimate: wait?.estimate,
      opensTimestamp: position === null || queueIsOpen ? null : toTimestamp(opensAt),
    }),
  };
}

/**
 * A ticket’s status as its customer sees it. A chat in wrap-up is closed; a ticket in a workflow or in an
 * error still waits.
 */
export function queueStateOf(status: TicketState): QueuePlace['state'] {
  if (status === 'CLOSED' || status === 'CHAT_CLOSED') return 'closed';
  return (activeStates as readonly TicketState[]).includes(status) ? 'assigned' : 'waiting';
}
