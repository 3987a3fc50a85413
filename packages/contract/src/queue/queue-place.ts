import * as v from 'valibot';
import { count } from '../scalar/number.ts';
import { timestamp } from '../scalar/timestamp.ts';
import type * as types from './queue-place.types.ts';

/** Schema of the response of GET /v1/rooms/{roomID}/queue. */
export const QueuePlace = v.pipe(
  v.strictObject({
    state: v.pipe(
      v.picklist(['waiting', 'assigned', 'closed']),
      v.description('Whether the customer is waiting, has an agent, or has a chat that is over.'),
      v.examples(['waiting']),
    ),
    position: v.optional(
      count('The customer’s position in the queue. 1 is next. Left out while the ticket is not queued.', 2),
    ),
    estimatedWaitSeconds: v.optional(
      count(
        'How long the customer will probably wait, in seconds, from the recent pace of the queue. Left out if there is too little history.',
        90,
      ),
    ),
    estimate: v.optional(
      v.pipe(
        v.picklist(['measured', 'too_little_history', 'queue_closed']),
        v.description('How the estimate was made, or why there is none.'),
        v.examples(['measured']),
      ),
    ),
    opensTimestamp: v.optional(timestamp('When the queue opens next, while it is closed')),
  }),
  v.description('A customer’s place in the queue.'),
);
/** A customer’s place in the queue. */
export type QueuePlace = types.QueuePlace;
