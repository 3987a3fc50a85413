import * as v from 'valibot';
import { identifier } from '../scalar/identifier.ts';
import { wholeNumber } from '../scalar/number.ts';
import { text } from '../scalar/text.ts';
import { Sender } from './message.ts';
import type * as types from './room.types.ts';

const seq = wholeNumber(0, Number.MAX_SAFE_INTEGER);

/** Schema of a read position. */
export const ReadPosition = v.pipe(
  v.strictObject({
    role: Sender.pipe[0].entries.role,
    id: v.optional(
      v.pipe(
        v.string(),
        v.description('The `sub` claim of the person’s token. Customers get only their own.'),
        v.examples(['c-4711']),
      ),
    ),
    seq: v.pipe(
      seq,
      v.description(
        'The `seq` of the last message that the person has read. For a customer it does not count notes.',
      ),
      v.examples([3]),
    ),
  }),
  v.description('How far one person has read a room.'),
);
/** How far one person has read a room. */
export type ReadPosition = types.ReadPosition;

/** Schema of a chat room without its messages. */
export const Room = v.pipe(
  v.strictObject({
    roomId: identifier('The id of the room.', '888bd869-9398-40de-9c61-3238d6208cf5'),
    ticketId: identifier('The id of the room’s ticket.', 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'),
    isClosed: v.pipe(
      v.boolean(),
      v.description('Whether the room is closed. A closed room takes no messages.'),
      v.examples([false]),
    ),
    lastSeq: v.pipe(
      seq,
      v.description('The `seq` of the last message in the room that the caller may see. 0 if there is none.'),
      v.examples([3]),
    ),
    reads: v.pipe(
      v.array(ReadPosition),
      v.description(
        'How far each person has read. Customers get their own position and that of the room’s agent.',
      ),
    ),
    agent: v.optional(
      v.pipe(
        v.strictObject({
          id: v.optional(identifier('The agent’s id. Customers do not get it.', 'ann')),
          name: v.optional(text('The agent’s name.', 'Ann Lim')),
        }),
        v.description('The agent who has the ticket, if any.'),
      ),
    ),
  }),
  v.description('A chat room without its messages.'),
);
/** A chat room without its messages. */
export type Room = types.Room;

/** Schema of the body of PUT /v1/rooms/{roomID}/read. */
export const ReadParam = v.pipe(
  v.strictObject({
    seq: v.pipe(
      seq,
      v.description(
        'The `seq` of the last message that the caller has read. For a customer it does not count notes.',
      ),
      v.examples([3]),
    ),
  }),
  v.description('How far the caller has read the room.'),
);
/** The body of PUT /v1/rooms/{roomID}/read. */
export type ReadParam = types.ReadParam;
