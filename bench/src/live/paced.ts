import { setTimeout as pause } from 'node:timers/promises';

/** Does so many things at an even rate, whether or not those before are done: a slow server gets no rest. */
export async function paced(count: number, perSecond: number, act: (n: number) => Promise<unknown>) {
  const startedAt = performance.now();
  const acts: Promise<unknown>[] = [];
  for (let n = 0; n < count; n++) {
    const waitMs = startedAt + (n * 1000) / perSecond - performance.now();
    if (waitMs > 0) await pause(waitMs);
    const acting = act(n);
    // Its failure is told below.
    acting.catch(() => {});
    acts.push(acting);
  }
  await Promise.all(acts);
}
