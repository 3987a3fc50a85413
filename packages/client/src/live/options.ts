import type { LiveEvent, QueuePlace, TypingFrame } from '@chat-ticket/contract';
import type * as v from 'valibot';

/** Somebody else in a room is writing. */
export type Typing = v.InferOutput<typeof TypingFrame>['data'];

/**
 * - `connecting`: under way, the first time or again;
 * - `live`: what happens is told at once;
 * - `waiting`: the connection was lost; the next attempt comes by itself;
 * - `closed`: for good, by `close()`.
 */
export type LiveState = 'connecting' | 'live' | 'waiting' | 'closed';

export type LiveOptions = {
  /**
   * Each event that concerns the caller: in order, once, with none left out. Whoever stores `seq` beside what
   * it made of the event can go on there after a restart, by `resumeFrom`.
   */
  readonly onEvent: (event: LiveEvent) => void;
  /**
   * Load what you show anew: at the start without `resumeFrom`, and when the log no longer reaches back to
   * where the client was. Events that come meanwhile are held until the promise resolves; when it rejects,
   * the client connects and asks again.
   */
  readonly onReset: () => void | Promise<void>;
  /** How the connection is, for an indicator; `reason` is the desk’s, where it closed it. */
  readonly onState?: (state: LiveState, reason?: string) => void;
  /** Another person in a room is writing; comes again while it goes on. */
  readonly onTyping?: (typing: Typing) => void;
  /** Where a customer who waits stands in the queue: at the start, and when that has changed. */
  readonly onQueue?: (place: QueuePlace) => void;
  /** The `seq` of the last event that was dealt with. */
  readonly resumeFrom?: number;
};

/** A connection to the live channel, which is made again by itself until it is closed. */
export type Live = {
  /** The last `seq` dealt with; undefined before the first `onReset` is through. */
  readonly seq: number | undefined;
  /** Tells the others in the room that the caller is writing. Lost when not connected. */
  typing(roomId: string): void;
  /** Ends it; nothing is called afterwards. */
  close(): void;
};
