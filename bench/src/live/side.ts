import { type Connection, connect } from '../load/call.ts';
import type { Server } from '../start-server.ts';
import { Deliveries } from './deliveries.ts';
import { type Listener, openListener } from './listener.ts';

/** How many handshakes are under way at a time. */
const openedAtOnce = 32;
const writers = 16;

/** One of the servers that are compared, with its writers and its listeners. */
export type Side = {
  server: Server;
  connections: readonly Connection[];
  deliveries: Deliveries;
  /** Opens a listener for each token, in their order. */
  open(tokens: readonly string[]): Promise<Listener[]>;
  /** Ends the listeners, then the server. */
  stop(): Promise<void>;
};

export function createSide(server: Server): Side {
  const deliveries = new Deliveries();
  const opened: Listener[] = [];
  return {
    server,
    connections: Array.from({ length: writers }, () => connect(server.url)),
    deliveries,
    open: async (tokens) => {
      const listeners: Listener[] = [];
      const queue = tokens.entries();
      const openSome = async () => {
        for (const [i, token] of queue)
          listeners[i] = await openListener(server.url, token, (frame, at) => deliveries.heard(frame, at));
      };
      await Promise.all(Array.from({ length: openedAtOnce }, openSome));
      opened.push(...listeners);
      return listeners;
    },
    stop: async () => {
      await closeAll(opened);
      await server.stop();
    },
  };
}

export const closeAll = (listeners: readonly Listener[]) =>
  Promise.all(listeners.map((listener) => listener.close()));
