import type { QueuePlace, Routes } from '@chat-ticket/contract';
import { activeStates, estimateWait, seesAllTickets, type TicketState } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import { present, time } from '../answer/present.ts';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';

export const getQueuePlace: Handler<Routes['getQueuePlace']> = async ({ caller, command, db, params }) => {
  const { now } = command;
  const maySee = seesAllTickets(caller) || caller.room === params.roomID;
  const place = maySee ? await storage.getQueuePlace(db, { roomId: params.roomID, now }) : null;
  if (!place) throw new ApiError('room_not_found', { source: { parameter: 'roomID' } });
  return { status: 200, body: toQueuePlace(place, now) };
};

function toQueuePlace(place: storage.QueuePlaceRow, now: number): QueuePlace {
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
function stateOf(status: TicketState): QueuePlace['state'] {
  if (status === 'CLOSED' || status === 'CHAT_CLOSED') return 'closed';
  return (activeStates as readonly TicketState[]).includes(status) ? 'assigned' : 'waiting';
}
