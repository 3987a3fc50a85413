import type { Server } from '../start-server.ts';
import { closeAll, createSide } from './side.ts';

/** Bytes a socket, for each number of sockets. */
export type Memory = { sockets: number; rss: number; heap: number };

/** What idle sockets cost a server that is started for this and has had a few before. */
export async function measureMemory(
  start: () => Promise<Server>,
  tokens: readonly string[],
  sizes: readonly number[],
): Promise<Memory[]> {
  const side = createSide(await start());
  try {
    // Code that is loaded at the first socket is no cost of the second.
    await closeAll(await side.open(tokens.slice(0, 50)));
    const base = await side.server.vitals(true);
    let opened = 0;
    const memory: Memory[] = [];
    for (const sockets of sizes) {
      await side.open(tokens.slice(opened, sockets));
      opened = sockets;
      const { rssBytes, heapBytes } = await side.server.vitals(true);
      memory.push({
        sockets,
        rss: (rssBytes - base.rssBytes) / sockets,
        heap: (heapBytes - base.heapBytes) / sockets,
      });
    }
    return memory;
  } finally {
    await side.stop();
  }
}
