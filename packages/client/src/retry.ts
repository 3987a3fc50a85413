import type { Failure } from './error.ts';

const backoffBaseMs = 250;
const backoffCapMs = 5_000;
const transientStatuses = new Set([429, 502, 503, 504]);

/** A pending promise does not wait longer than this. The caller gets the failure and can wait itself. */
const longestRetryAfterMs = 30_000;

/**
 * Whether the same request may succeed later. A 500 is not transient: it is a fault that would occur again. The desk
 * responds with 503 to what passes.
 */
export const isTransient = ({ status, error: { code } }: Failure): boolean =>
  code === 'network_error' || code === 'timeout' || transientStatuses.has(status);

/**
 * Returns how long to wait before the next attempt, in milliseconds: `askedMs`, which Retry-After asks for, plus
 * exponential backoff. Full jitter spreads the clients that got the same Retry-After. Returns `undefined` if Retry-After asks for
 * more than 30 seconds.
 */
export function retryDelayMs(retry: number, askedMs = 0, random = Math.random()): number | undefined {
  if (askedMs > longestRetryAfterMs) return undefined;
  return askedMs + random * Math.min(backoffCapMs, backoffBaseMs * 2 ** retry);
}

/** Returns the milliseconds that a Retry-After header asks for, as seconds or as a date. 0 for any other text. */
export function parseRetryAfter(value: string, now: number): number {
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

/** Resolves after `ms` milliseconds. Rejects with the signal’s reason if the signal aborts first. */
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
