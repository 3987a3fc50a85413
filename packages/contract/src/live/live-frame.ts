import * as v from 'valibot';
import { QueuePlace } from '../queue/queue-place.ts';
import { Identifier } from '../scalar/identifier.ts';
import { LiveEvent } from './live-event.ts';
import type * as types from './live-frame.types.ts';

/** The path of the live channel: a WebSocket, opened by GET. */
export const livePath = '/cs-chat-ticket/v1/live';

/** The subprotocol to ask for. It is the only one that the desk selects. */
export const liveProtocol = 'chat-ticket.v1';

/** The prefix of the token in the second subprotocol. The token is sent there so that no URL contains it. */
export const liveTokenPrefix = 'bearer.';

/** The maximum size of a client’s frame, in bytes. */
export const maxClientFrameBytes = 1_024;

/** How often a client sends `ping`, in milliseconds. The desk closes a connection after 60 s without a frame. */
export const livePingMs = 20_000;

const position = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Schema of the first frame of a connection. */
export const ReadyFrame = v.pipe(
  v.object({
    type: v.pipe(v.literal('ready'), v.description('The type of the frame.')),
    data: v.pipe(
      v.object({
        seq: v.pipe(
          position,
          v.description(
            'The `seq` of the last event in the event log, or for a customer of the last event that it may see. A client that loads its state after this frame and resumes here misses nothing.',
          ),
        ),
        connectionId: v.pipe(v.string(), v.description('The id of the connection.')),
      }),
      v.description('The state of the event log.'),
    ),
  }),
  v.description('The first frame of a connection. No event follows before the client sends `resume`.'),
);
/** The first frame of a connection. No event follows before the client sends `resume`. */
export type ReadyFrame = types.ReadyFrame;

/** Schema of the frame that tells a client to reload its state. */
export const ResetFrame = v.pipe(
  v.object({
    type: v.pipe(v.literal('reset'), v.description('The type of the frame.')),
    data: v.pipe(
      v.object({
        seq: v.pipe(position, v.description('Events after this `seq` follow without another `resume`.')),
      }),
      v.description('Where the events continue.'),
    ),
  }),
  v.description(
    'The event log no longer contains the position to resume from, or the client is more than 10,000 events behind. Reload your state.',
  ),
);
/**
 * The event log no longer contains the position to resume from, or never did, or the client is more than 10,000 events
 * behind. Reload your state.
 */
export type ResetFrame = types.ResetFrame;

/** Schema of the frame that shows that someone is typing. */
export const TypingFrame = v.pipe(
  v.object({
    type: v.pipe(v.literal('typing'), v.description('The type of the frame.')),
    data: v.pipe(
      v.object({
        roomId: v.pipe(Identifier, v.description('The id of the room.')),
        from: v.pipe(
          v.object({
            role: v.pipe(v.string(), v.description('The person’s role.')),
            id: v.optional(
              v.pipe(
                v.string(),
                v.description('The `sub` claim of the person’s token. Customers get only their own.'),
              ),
            ),
            name: v.optional(v.pipe(v.string(), v.description('The person’s name.'))),
          }),
          v.description('Who is typing.'),
        ),
      }),
      v.description('Who is typing, and where.'),
    ),
  }),
  v.description('Another person in a room is typing. The frame is not stored and can be lost.'),
);
/** Another person in a room is typing. The frame is not stored and can be lost. */
export type TypingFrame = types.TypingFrame;

/** Schema of the frame with a customer’s place in the queue. */
export const QueueFrame = v.pipe(
  v.object({ type: v.pipe(v.literal('queue'), v.description('The type of the frame.')), data: QueuePlace }),
  v.description('The place of a waiting customer in the queue: after `resume`, and when it changes.'),
);
/** The place of a waiting customer in the queue: after `resume`, and when it changes. */
export type QueueFrame = types.QueueFrame;

/** Schema of the response to a client’s `ping`. */
export const PongFrame = v.pipe(
  v.object({
    type: v.pipe(v.literal('pong'), v.description('The type of the frame.')),
    data: v.optional(
      v.pipe(
        v.object({
          seq: v.optional(
            v.pipe(
              position,
              v.description('The desk has sent every event up to this `seq` that the caller may see.'),
            ),
          ),
        }),
        v.description('The state of the connection. Left out if the desk does not know it.'),
      ),
    ),
  }),
  v.description('The response to a client’s `ping`.'),
);
/** The response to a client’s `ping`. */
export type PongFrame = types.PongFrame;

/** Schema of the desk’s request for a `ping`. */
export const PingFrame = v.pipe(
  v.object({ type: v.pipe(v.literal('ping'), v.description('The type of the frame.')) }),
  v.description('The client sent nothing for a while. It responds with a `ping` at once.'),
);
/**
 * The client sent nothing for a while. It responds with a `ping` at once. A browser slows down the timers of a tab
 * in the background, but lets it respond.
 */
export type PingFrame = types.PingFrame;

/** Schema of the frames that the desk sends in addition to events. */
export const ControlFrame = v.pipe(
  v.variant('type', [ReadyFrame, ResetFrame, TypingFrame, QueueFrame, PongFrame, PingFrame]),
  v.description('A frame from the desk that is not an event. It has no `seq` of the event log.'),
);
/** A frame from the desk that is not an event. It has no `seq` of the event log. */
export type ControlFrame = types.ControlFrame;

/** Schema of everything that the desk sends. */
export const ServerFrame = v.pipe(
  v.union([LiveEvent, ControlFrame]),
  v.description('A frame from the desk, as JSON text.'),
);
/** A frame from the desk, as JSON text. */
export type ServerFrame = types.ServerFrame;

/** Schema of everything that a client sends. */
export const ClientFrame = v.pipe(
  v.variant('type', [
    v.strictObject({
      type: v.pipe(
        v.literal('resume'),
        v.description('Asks for the events after `seq`. Send it once, after `ready`.'),
      ),
      seq: v.pipe(
        position,
        v.description(
          'The `seq` of the last event that the client has handled. A customer’s `seq` is valid in its room only.',
        ),
      ),
    }),
    v.strictObject({
      type: v.pipe(
        v.literal('ping'),
        v.description('Asks for a `pong`. Any frame from an agent renews its connection lease.'),
      ),
    }),
    v.strictObject({
      type: v.pipe(
        v.literal('typing'),
        v.description('Tells the others in the room that the caller is typing, at most once a second.'),
      ),
      roomId: v.pipe(Identifier, v.description('The id of the room.')),
    }),
  ]),
  v.description('A frame from a client, as JSON text.'),
);
/**
 * A frame from a client, as JSON text:
 * - `resume`, once, after `ready`: asks for the events after `seq`;
 * - `ping`: asks for a `pong`, and renews an agent’s connection lease as any frame does;
 * - `typing`: tells the others in the room that the caller is typing, at most once a second.
 */
export type ClientFrame = types.ClientFrame;
