import { type Connection, connect } from '../load/call.ts';
import type { Server } from '../start-server.ts';
import { Deliveries } from './deliveries.ts';
import { type Listener, openListener } from './listener.ts';

const simultaneousHandshakes = 32;
const writers = 16;

/** One of the compared servers, with the connections of its writers and its listeners. */
export type ServerUnderTest = {
  process: Server;
  /** One HTTP connection for each writer. */
  connections: readonly Connection[];
  deliveries: Deliveries;
  /** Opens a listener for each token and returns them in the same order. */
  open(tokens: readonly string[]): Promise<Listener[]>;
  /** Closes the listeners, then stops the server. */
  stop(): Promise<void>;
};

export function createServerUnderTest(process: Server): ServerUnderTest {
  const deliveries = new Deliveries();
  const opened: Listener[] = [];
  return {
    process,
    connections: Array.from({ length: writers }, () => connect(process.url)),
    deliveries,
    open: async (tokens) => {
      const listeners: Listener[] = [];
      const queue = tokens.entries();
      const openNext = async () => {
        for (const [i, token] of queue)
          listeners[i] = await openListener(process.url, token, (frame, at) =>
            deliveries.received(frame, at),
          );
      };
      await Promise.all(Array.from({ length: simultaneousHandshakes }, openNext));
      opened.push(...listeners);
      return listeners;
    },
    stop: async () => {
      await closeAll(opened);
      await process.stop();
    },
  };
}

export const closeAll = (listeners: readonly Listener[]) =>
  Promise.all(listeners.map((listener) => listener.close()));
