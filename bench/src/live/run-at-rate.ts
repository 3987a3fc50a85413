import { setTimeout as pause } from 'node:timers/promises';

/**
 * Starts `count` tasks at an even rate, even if earlier tasks have not finished, so that a slow server gets no pause.
 * Resolves when every task has finished.
 */
export async function runAtRate(count: number, perSecond: number, task: (n: number) => Promise<unknown>) {
  const startedAt = performance.now();
  const tasks: Promise<unknown>[] = [];
  for (let n = 0; n < count; n++) {
    const waitMs = startedAt + (n * 1000) / perSecond - performance.now();
    if (waitMs > 0) await pause(waitMs);
    const started = task(n);
    // Promise.all below reports the failure.
    started.catch(() => {});
    tasks.push(started);
  }
  await Promise.all(tasks);
}
