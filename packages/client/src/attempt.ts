import type { Route } from '@chat-ticket/contract';
import type { Failure, Success } from './error.ts';
import { readResponse } from './response.ts';

/** The part of `fetch` that the client uses. */
export type Fetch = (url: string, init: RequestInit) => Response | Promise<Response>;

export type Attempt = {
  readonly route: Route;
  readonly url: string;
  readonly init: RequestInit;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
};

export type Outcome = { readonly result: Success | Failure; readonly retryAfter: string | null };

const longestTimerMs = 2 ** 31 - 1;

/**
 * Sends a request once and reads its answer, both under one deadline. Rejects only when the caller aborts.
 * `AbortSignal.timeout` and `.any` would keep a timer, and a hold on a long-lived signal, after each call.
 */
export async function attempt({ route, url, init, fetch, timeoutMs, signal }: Attempt): Promise<Outcome> {
  signal?.throwIfAborted();
  const deadline = new AbortController();
  let timedOut = false;
  const timer = setTimeout(
    () => {
      timedOut = true;
      deadline.abort(new DOMException(`No answer in ${timeoutMs} ms.`, 'TimeoutError'));
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
    return { result: timedOut ? timeout(timeoutMs, cause) : networkError(cause), retryAfter: null };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function timeout(timeoutMs: number, cause: unknown): Failure {
  const detail = `No full answer within ${timeoutMs} ms. The desk may have done it all the same.`;
  return { ok: false, status: 0, error: { code: 'timeout', title: 'timeout', detail, cause } };
}

function networkError(cause: unknown): Failure {
  const detail = 'No full answer from the desk; see `cause`. It may have done it all the same.';
  return { ok: false, status: 0, error: { code: 'network_error', title: 'network error', detail, cause } };
}
