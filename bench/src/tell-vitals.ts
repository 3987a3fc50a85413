import { setTimeout as pause } from 'node:timers/promises';

export type Vitals = {
  rssBytes: number;
  /** V8’s heap and what hangs on it outside. */
  heapBytes: number;
  cpuMs: number;
};

// Loaded into every server that is measured, before its own code: answers what the process uses.
process.on('message', async ({ settled }: { settled: boolean }) => {
  // Pages are given back some time after a collection.
  const collections = settled ? 5 : 0;
  for (let round = 0; round < collections; round++) {
    globalThis.gc!();
    await pause(100);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send!({ rssBytes: rss, heapBytes: heapUsed + external, cpuMs: (user + system) / 1000 });
});
process.channel!.unref();
// Nobody is left to stop it.
process.on('disconnect', () => process.exit(1));
