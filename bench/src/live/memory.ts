import type { Server } from '../start-server.ts';
import { closeAll, createServerUnderTest } from './server-under-test.ts';

/** Bytes for each socket, at one number of sockets. */
export type Memory = { sockets: number; rss: number; heap: number };

/** Measures the memory of idle sockets on a new server, at each of the numbers of sockets. */
export async function measureMemory(
  start: () => Promise<Server>,
  tokens: readonly string[],
  socketCounts: readonly number[],
): Promise<Memory[]> {
  const server = createServerUnderTest(await start());
  try {
    // The first sockets load code, which is not a cost of the later ones.
    await closeAll(await server.open(tokens.slice(0, 50)));
    const before = await server.process.usage(true);
    let opened = 0;
    const memory: Memory[] = [];
    for (const sockets of socketCounts) {
      await server.open(tokens.slice(opened, sockets));
      opened = sockets;
      const { rssBytes, heapBytes } = await server.process.usage(true);
      memory.push({
        sockets,
        rss: (rssBytes - before.rssBytes) / sockets,
        heap: (heapBytes - before.heapBytes) / sockets,
      });
    }
    return memory;
  } finally {
    await server.stop();
  }
}
