import type { Route } from '@chat-ticket/contract';
import { type Failure, failureOf, type Success } from './error.ts';
import { readResponse } from './response.ts';

/** The part of `fetch` that the client uses. */
export type Fetch = (url: string, init: RequestInit) => Response | Promise<Response>;

/** One attempt to send a request. */
export type Attempt = {
  /** The route that is called. */
  readonly route: Route;
  /** The absolute URL. */
  readonly url: string;
  /** The method, headers and body. */
  readonly init: RequestInit;
  /** What sends the request. */
  readonly fetch: Fetch;
  /** How long the attempt may take, in milliseconds. */
  readonly timeoutMs: number;
  /** The caller’s signal. */
  readonly signal: AbortSignal | undefined;
};

/** The outcome of an attempt. */
export type Outcome = {
  /** The result of the call, if this was the last attempt. */
  readonly result: Success | Failure;
  /** The header Retry-After; null if there was none. */
  readonly retryAfter: string | null;
};

/** The longest time that a timer can wait, in milliseconds. */
export const longestTimerMs = 2 ** 31 - 1;

/**
 * Sends a request once and reads its response, both within `timeoutMs`. Rejects only if the caller’s signal aborts.
 * `AbortSignal.timeout` and `AbortSignal.any` would keep a timer, and a listener on a long-lived signal, after the call.
 */
export async function attempt({ route, url, init, fetch, timeoutMs, signal }: Attempt): Promise<Outcome> {
  signal?.throwIfAborted();
  const deadline = new AbortController();
  let hasTimedOut = false;
  const timer = setTimeout(
    () => {
      hasTimedOut = true;
      deadline.abort(new DOMException(`No response within ${timeoutMs} ms.`, 'TimeoutError'));
    },
    Math.min(timeoutMs, longestTimerMs),
  );
  const abort = () => deadline.abort(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const response = await fetch(url, { ...init, signal: deadline.signal });
    return { result: await readResponse(route, response), retryAfter: response.headers.get('retry-after') };
  } catch (cause) {
    signal?.throwIfAborted();
    return { result: hasTimedOut ? timeout(timeoutMs, cause) : networkError(cause), retryAfter: null };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function timeout(timeoutMs: number, cause: unknown): Failure {
  const detail = `No complete response within ${timeoutMs} ms. The desk may have processed the request; check before you repeat it.`;
  return failureOf(0, { code: 'timeout', title: 'timeout', detail, cause });
}

function networkError(cause: unknown): Failure {
  const detail =
    'No complete response from the desk; see `cause`. The desk may have processed the request; check before you repeat it.';
  return failureOf(0, { code: 'network_error', title: 'network error', detail, cause });
}
