import type { Failure, Success } from './error.ts';

const backoffBaseMs = 250;
const backoffCapMs = 5_000;
const transientStatuses = new Set([429, 502, 503, 504]);

/** A longer `Retry-After` is the caller’s to wait for, not a pending promise’s. */
const longestRetryAfterMs = 30_000;

/**
 * Whether the same request may fare better later. 500 is not among them: it is a fault that would be met
 * again, and the desk answers 503 for what passes.
 */
export function isTransient(result: Success | Failure): boolean {
  if (result.ok) return false;
  const { code } = result.error;
  return code === 'network_error' || code === 'timeout' || transientStatuses.has(result.status);
}

/**
 * How long to wait before the next attempt: what the server asks for, plus exponential backoff with full
 * jitter so that clients told the same do not come back at once. `undefined` when it asks for too long.
 */
export function retryDelayMs(
  retry: number,
  retryAfter: string | null,
  { now = Date.now(), random = Math.random() } = {},
): number | undefined {
  const askedMs = retryAfter === null ? 0 : parseRetryAfter(retryAfter, now);
  if (askedMs > longestRetryAfterMs) return undefined;
  return askedMs + random * Math.min(backoffCapMs, backoffBaseMs * 2 ** retry);
}

/** Milliseconds that a Retry-After header asks for, as seconds or a date; 0 for one that is neither. */
function parseRetryAfter(value: string, now: number): number {
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

/** Rejects with the signal’s reason when it is aborted first. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
