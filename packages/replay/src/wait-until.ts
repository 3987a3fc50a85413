import { setTimeout as sleep } from 'node:timers/promises';
import { NotSeen } from './problem.ts';

const pollMs = 10;
/** A connection that was cut, and a desk that starts again, take less. */
const patienceMs = 60_000;

/** Waits for what others bring about, and throws `NotSeen` with these words when they don’t. */
export async function waitUntil(
  isSo: () => boolean,
  otherwise: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (; !isSo(); await sleep(pollMs, undefined, { signal }))
    if (performance.now() > deadline) throw new NotSeen(`${otherwise} within ${patienceMs / 1000} s`);
}
