import { setTimeout as pause } from 'node:timers/promises';

export type Usage = {
  rssBytes: number;
  /** V8’s heap and the external memory of its objects. */
  heapBytes: number;
  cpuMs: number;
};

// Every measured server loads this module before its own code. It replies to each message with the memory and CPU
// that the process uses.
process.on('message', async ({ afterGc }: { afterGc: boolean }) => {
  // V8 returns pages to the system some time after a collection.
  const collections = afterGc ? 5 : 0;
  for (let round = 0; round < collections; round++) {
    globalThis.gc!();
    await pause(100);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send!({ rssBytes: rss, heapBytes: heapUsed + external, cpuMs: (user + system) / 1000 });
});
process.channel!.unref();
// The benchmark has ended without stopping this server.
process.on('disconnect', () => process.exit(1));
