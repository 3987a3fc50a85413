import { setTimeout as sleep } from 'node:timers/promises';
import { ObservationTimeout } from './failure.ts';

const pollMs = 10;
/** Longer than a reconnect and a restart of the desk take. */
const timeoutMs = 60_000;

/** Waits up to 60 s for a condition. Throws `ObservationTimeout` with this message when it stays false. */
export async function waitUntil(
  isTrue: () => boolean,
  failure: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (; !isTrue(); await sleep(pollMs, undefined, { signal }))
    if (performance.now() > deadline) throw new ObservationTimeout(`${failure} within ${timeoutMs / 1000} s`);
}
