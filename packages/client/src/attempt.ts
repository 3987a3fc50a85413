import type { Route } from '@chat-ticket/contract';
import { type Failure, failureOf, type Success } from './error.ts';
import { readResponse } from './response.ts';
import { parseRetryAfter } from './retry.ts';

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

/** The longest time that a timer can wait, in milliseconds. */
export const longestTimerMs = 2 ** 31 - 1;

/**
 * Sends a request once and reads its response, both within `timeoutMs`. Rejects only if the caller’s signal aborts.
 * `AbortSignal.timeout` and `AbortSignal.any` would keep a timer, and a listener on a long-lived signal, after the call.
 */
export async function attempt({
  route,
  url,
  init,
  fetch,
  timeoutMs,
  signal,
}: Attempt): Promise<Success | Failure> {
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
    const result = await readResponse(route, response);
    const retryAfter = response.headers.get('retry-after');
    return result.ok || retryAfter === null
      ? result
      : { ...result, retryAfterMs: parseRetryAfter(retryAfter, Date.now()) };
  } catch (cause) {
    signal?.throwIfAborted();
    return hasTimedOut ? timeout(timeoutMs, cause) : networkError(url, cause);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function timeout(timeoutMs: number, cause: unknown): Failure {
  const detail = `No complete response within ${timeoutMs} ms. The desk may have processed the request; check before you repeat it.`;
  return failureOf(0, { code: 'timeout', title: 'timeout', detail, cause });
}

/** Codes of Node and Bun for a connection that never opened, so that the desk got nothing. */
const unsentCodes: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ConnectionRefused',
]);

function networkError(url: string, cause: unknown): Failure {
  const root = rootOf(cause);
  const reason = [root.code, root.message].find((text) => typeof text === 'string' && text !== '');
  const outcome = unsentCodes.has(root.code)
    ? 'Nothing was sent. Check `baseUrl`, and that the desk runs.'
    : 'The desk may have processed the request; check before you repeat it.';
  const detail = `No complete response from ${new URL(url).origin}${reason ? ` (${String(reason)})` : ''}. ${outcome}`;
  return failureOf(0, { code: 'network_error', title: 'network error', detail, cause });
}

/** The innermost cause: `fetch` of Node only says that it failed. */
function rootOf(error: unknown): { code?: unknown; message?: unknown } {
  const { cause } = (error ?? {}) as { cause?: unknown };
  return typeof cause === 'object' && cause !== null ? rootOf(cause) : (error ?? {});
}
