import { type LiveClose, liveCloses } from '@chat-ticket/contract';
import type { LiveCause } from './interruption.ts';

/** How a connection was lost. */
export type Loss = {
  /** What happened. */
  readonly cause: LiveCause;
  /** What happened and what to do, for people. */
  readonly detail: string;
  /** Whether another connection can succeed: never, with another token, or with the same token. */
  readonly retry: 'never' | 'with_other_token' | 'with_same_token';
  /** How long the desk asks to wait, in milliseconds. */
  readonly waitMs: number;
};

/** How long a client waits that has too many connections or sends too many frames. */
const tooManyWaitMs = 10_000;

const closeNames = new Map<number, LiveClose>(
  Object.entries(liveCloses).map(([name, { code }]) => [code, name as LiveClose]),
);

/** The desk’s name for a close code. `undefined` if the desk does not close with it. */
export const closeName = (code: number): LiveClose | undefined => closeNames.get(code);

/** The loss of a connection that another one can replace. */
export const lossOf = (cause: LiveCause, detail: string, waitMs = 0): Loss => ({
  cause,
  detail,
  retry: 'with_same_token',
  waitMs,
});

/** The loss of a connection that was closed. */
export function closed(code: number, reason: string): Loss {
  const close = closeName(code);
  const detail = reason || (close ? liveCloses[close].detail : `The connection closed with ${code}.`);
  const isTooMany = close === 'too_many_connections' || close === 'too_many_frames';
  return lossOf({ reason: 'closed', code, close }, detail, isTooMany ? tooManyWaitMs : 0);
}

/** The loss of a connection because a function of the app threw or rejected. */
export const failedCallback = (
  callback: Extract<LiveCause, { reason: 'callback_failed' }>['callback'],
  error: unknown,
): Loss => lossOf({ reason: 'callback_failed', callback, error }, `${callback} failed: ${String(error)}`);
