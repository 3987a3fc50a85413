import * as v from 'valibot';
import { Identifier, Timestamp } from './identifier.ts';
import { Sender } from './message.ts';

const seq = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

const ReadPosition = v.pipe(
  v.strictObject({
    role: Sender.pipe[0].entries.role,
    id: Sender.pipe[0].entries.id,
    seq: v.pipe(seq, v.description('The last message that this person has read.'), v.examples([3])),
  }),
  v.description('How far one person has read.'),
);

/** A chat room, besides its messages. */
export const Room = v.pipe(
  v.strictObject({
    roomId: v.pipe(Identifier, v.examples(['888bd869-9398-40de-9c61-3238d6208cf5'])),
    ticketId: v.pipe(Identifier, v.examples(['f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'])),
    isClosed: v.pipe(v.boolean(), v.description('A closed room takes no message.'), v.examples([false])),
    lastSeq: v.pipe(seq, v.description('The `seq` of its last message; 0: it has none.'), v.examples([3])),
    reads: v.array(ReadPosition),
    agent: v.optional(
      v.strictObject({
        id: v.pipe(Identifier, v.examples(['ann'])),
        name: v.optional(v.pipe(v.string(), v.examples(['Ann Lim']))),
      }),
    ),
  }),
  v.description('A chat room, besides its messages. `agent` is the one who has its ticket, if any.'),
);
export type Room = v.InferOutput<typeof Room>;

/** Body of PUT /v1/rooms/{roomID}/read. */
export const ReadParam = v.pipe(
  v.strictObject({
    seq: v.pipe(seq, v.description('The last message that the caller has read.'), v.examples([3])),
  }),
  v.description('How far the caller has read.'),
);
export type ReadParam = v.InferOutput<typeof ReadParam>;

/** A customer’s key to one room. */
export const RoomToken = v.pipe(
  v.strictObject({
    token: v.pipe(
      v.string(),
      v.description('A bearer token of role `customer`, for this room alone.'),
      v.examples(['eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiY3VzdG9tZXIifQ.c2lnbmF0dXJl']),
    ),
    expiresTimestamp: v.pipe(
      Timestamp,
      v.description('When it expires; ask for another before.'),
      v.examples([1572586399]),
    ),
  }),
  v.description('A customer’s token for one room.'),
);
export type RoomToken = v.InferOutput<typeof RoomToken>;
