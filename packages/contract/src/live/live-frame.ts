import * as v from 'valibot';
import { Identifier } from '../identifier.ts';
import { QueuePlace } from '../routing.ts';
import { LiveEvent } from './live-event.ts';

/** Where the live channel is: a WebSocket, opened by GET. */
export const livePath = '/cs-chat-ticket/v1/live';

/** The sub-protocol to ask for, and the only one that the desk selects. */
export const liveProtocol = 'chat-ticket.v1';

/** What stands before the token in the second sub-protocol, so that it is never part of a URL. */
export const liveTokenPrefix = 'bearer.';

/** A client’s frame is no longer than this, in bytes. */
export const maxClientFrameBytes = 1_024;

/** How often a client sends `ping`, in ms. One that sends nothing for a minute is cut. */
export const livePingMs = 20_000;

const position = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The first frame. Nothing of the log comes before the client has said `resume`. */
export const ReadyFrame = v.object({
  type: v.literal('ready'),
  data: v.object({
    /** The last number of the log: who loads state after this frame and resumes here has missed nothing. */
    seq: position,
    connectionId: v.string(),
  }),
});

/**
 * What the client asked to resume from is not in the log any more, or never was: it has to load state anew.
 * Events after `seq` follow by themselves.
 */
export const ResetFrame = v.object({ type: v.literal('reset'), data: v.object({ seq: position }) });

/** Somebody else in the room is writing. Passed on and forgotten; it may be lost. */
export const TypingFrame = v.object({
  type: v.literal('typing'),
  data: v.object({
    roomId: Identifier,
    from: v.object({ role: v.string(), id: v.string(), name: v.optional(v.string()) }),
  }),
});

/**
 * Where a customer who waits stands in the queue, as GET /v1/rooms/{roomID}/queue answers it: after `resume`,
 * and when it has changed.
 */
export const QueueFrame = v.object({ type: v.literal('queue'), data: QueuePlace });

/** The answer to `ping`. `seq`, where there is one: everything up to it that concerns the caller was sent. */
export const PongFrame = v.object({
  type: v.literal('pong'),
  data: v.optional(v.object({ seq: v.optional(position) })),
});

/**
 * Nothing came from the client for a while: it answers with a `ping` of its own, at once. A browser lets a
 * tab in the background answer, though it slows its timers down.
 */
export const PingFrame = v.object({ type: v.literal('ping') });

/** What the desk sends besides events: frames without a `seq` of their own. */
export const ControlFrame = v.variant('type', [
  ReadyFrame,
  ResetFrame,
  TypingFrame,
  QueueFrame,
  PongFrame,
  PingFrame,
]);
export type ControlFrame = v.InferOutput<typeof ControlFrame>;

/** What the desk sends, as JSON text. */
export const ServerFrame = v.union([LiveEvent, ControlFrame]);
export type ServerFrame = v.InferOutput<typeof ServerFrame>;

/**
 * What a client sends, as JSON text.
 * - `resume`, once, after `ready`: send what concerns me after `seq`, then go on.
 * - `ping`: answered by `pong`; any frame shows that an agent is there and keeps its lease.
 * - `typing`: pass it on to the others in the room; at most one a second is.
 */
export const ClientFrame = v.variant('type', [
  v.strictObject({ type: v.literal('resume'), seq: position }),
  v.strictObject({ type: v.literal('ping') }),
  v.strictObject({ type: v.literal('typing'), roomId: Identifier }),
]);
export type ClientFrame = v.InferOutput<typeof ClientFrame>;
