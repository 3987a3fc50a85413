import type { LiveEvent, QueuePlace, TypingFrame } from '@chat-ticket/contract';
import type { LiveInterruption } from './interruption.ts';

/** A person who is typing, and the room. */
export type Typing = TypingFrame['data'];

/**
 * The state of the live channel:
 * - `connecting`: it connects, for the first time or again;
 * - `live`: it streams events as they happen;
 * - `waiting`: the connection was lost or refused, and it reconnects after a pause;
 * - `stopped`: the desk refused the connection for a reason that does not pass, such as a token that is not valid. The
 *   channel does not reconnect;
 * - `closed`: `close()` was called.
 */
export type LiveState = 'connecting' | 'live' | 'waiting' | 'stopped' | 'closed';

/** The callbacks of the live channel, and where it starts. */
export type LiveOptions = {
  /**
   * Called for each event that the caller may see: in the order of `seq`, once, with none left out. If it returns a
   * promise, the next event and a call of `onReset` wait for it, so it must settle. If it throws or rejects, `onError` is called, the event does not count as
   * handled, and the client reconnects and delivers it again. An app that stores `seq` with what it made of the event can
   * continue there after a restart, with `resumeFrom`.
   * @example
   * onEvent: ({ seq, type, data }) => console.log(seq, type, data)
   */
  readonly onEvent: (event: LiveEvent) => unknown;
  /**
   * Called when the app must load the state that it shows: at the start without `resumeFrom`, and when the event log
   * no longer contains the client’s position. Events that arrive in the meantime are delivered after the promise
   * resolves. If it rejects, the client reconnects and calls `onReset` again.
   * @example
   * onReset: async () => showTickets(unwrap(await client.listTickets()))
   */
  readonly onReset: () => void | Promise<void>;
  /**
   * Called when the state of the connection changes. With `waiting` and `stopped`, `interruption` says what happened, and
   * after how many milliseconds the client connects again. Call `close()` to stop. After `stopped`, open another channel
   * to connect again, with `resumeFrom: live.seq`.
   * @example
   * onState: (state, interruption) => console.log(state, interruption?.detail)
   */
  readonly onState?: (state: LiveState, interruption?: LiveInterruption) => void;
  /**
   * Called with what `onEvent` threw, and its event. The event is delivered again after a pause. Call `close()` to stop. An error that
   * `onError` throws itself is not caught.
   * @default writes the error to the console
   */
  readonly onError?: (error: unknown, event: LiveEvent) => void;
  /** Called while another person in a room is typing, at most once a second for each person. */
  readonly onTyping?: (typing: Typing) => void;
  /** Called with the place of a waiting customer in the queue: at the start, and when it changes. */
  readonly onQueue?: (place: QueuePlace) => void;
  /**
   * The `seq` of the last event that the app has handled. The first event is the one after it. A customer’s `seq` is valid in
   * its room only.
   * @default the end of the event log, after `onReset` has loaded the state
   */
  readonly resumeFrom?: number | undefined;
};

/** The live channel. It reconnects automatically until it is closed or stopped. */
export type Live = {
  /** The `seq` of the last event that the app has handled. `undefined` until the first `onReset` has resolved. */
  readonly seq: number | undefined;
  /** Shows the others in the room that the caller is typing. Does nothing while the channel is not connected. */
  typing(roomId: string): void;
  /** Closes the channel. `onState` is called with `closed`, and no callback afterwards. Does nothing if the channel has stopped. */
  close(): void;
};
