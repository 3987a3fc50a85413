import type { LiveClose } from '@chat-ticket/contract';
import type { Failure } from '../error.ts';

/**
 * What interrupted the live channel. `reason` says what happened:
 * - `unreachable`: the desk did not respond, over HTTP either. `failure.error` is `network_error` or `timeout`. In a
 *   browser, the reason can also be that the desk does not list the page’s origin in CORS_ORIGINS;
 * - `refused`: the desk, or whatever is at its address, refused the connection. `failure` is the response, such as 401,
 *   403, 404, 429 or 503;
 * - `not_upgraded`: the desk would accept the connection, but the WebSocket did not open. If it repeats, a proxy in
 *   between does not support WebSockets;
 * - `closed`: the connection was open and then closed, with `code`. `close` is the desk’s name for the code; `undefined` if
 *   the desk did not close it;
 * - `desk_silent`: the desk did not answer a ping within 10 s;
 * - `handler_slow`: 1,000 events wait for `onEvent`. They are handled, and those after them are sent again;
 * - `callback_failed`: `callback` threw or rejected with `error`.
 */
export type LiveCause =
  | { readonly reason: 'unreachable' | 'refused' | 'not_upgraded'; readonly failure: Failure }
  | { readonly reason: 'closed'; readonly code: number; readonly close: LiveClose | undefined }
  | { readonly reason: 'desk_silent' | 'handler_slow' }
  | {
      readonly reason: 'callback_failed';
      readonly callback: 'token' | 'WebSocket' | 'onReset' | 'onEvent';
      readonly error: unknown;
    };

/**
 * Why the live channel is not connected, and whether it connects again.
 * @example
 * client.live({
 *   onReset: () => {},
 *   onEvent: () => {},
 *   onState: (state, interruption) => {
 *     if (interruption?.reason === 'refused' && interruption.failure.status === 401) showSignIn();
 *     else if (interruption) console.warn(state, interruption.detail);
 *   },
 * });
 */
export type LiveInterruption = LiveCause & {
  /** What happened and what to do, for people. The wording can change. */
  readonly detail: string;
  /** After how many milliseconds the client connects again. `null`: never, because the state is `stopped`. */
  readonly retryInMs: number | null;
};
