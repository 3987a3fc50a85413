import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from '@chat-ticket/api';
import { createAdaptorServer } from '@hono/node-server';
import { acceptSockets } from '../live/accept-sockets.ts';
import type { Desk } from './open-desk.ts';

/** How long the operating system may take to close destroyed connections, in ms. */
const closeMs = 500;

export type RunningServer = {
  url: string;
  /**
   * Refuses new requests, closes the live connections, and waits up to `graceMs` for requests in flight. Then closes
   * every connection, whatever its client does.
   */
  stop(graceMs: number): Promise<void>;
};

/** The URL of a server on this host and port. */
export const serverUrl = ({ host, port }: { host: string; port: number }): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Serves a desk over HTTP and WebSocket. Throws `ConfigError` when the port cannot be used. */
export async function listen(
  desk: Desk,
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: desk.app.fetch,
    // Ignores an offer of another protocol, such as HTTP/2 from curl, and responds in HTTP/1.1.
    serverOptions: {
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    },
  }) as Server;
  const upgradeSockets = acceptSockets(server, desk.app.fetch, desk.verifiedUpgrades, desk.hubs);
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ConfigError(
      `PORT ${port} on HOST ${host} is not available (${code}). Set another PORT or HOST.`,
      {
        cause,
      },
    );
  }
  const address = server.address() as AddressInfo;
  return {
    url: serverUrl({ host, port: address.port }),
    stop: async (graceMs) => {
      const closed = once(server, 'close');
      server.close();
      const isInTime = await withinMs(
        graceMs,
        desk.hubs.stop().then(() => {
          server.closeIdleConnections();
          return closed;
        }),
      );
      if (isInTime) return;
      server.closeAllConnections();
      upgradeSockets.destroyAll();
      await withinMs(closeMs, closed);
    },
  };
}

/** Whether the work ends within this time. */
async function withinMs(ms: number, work: Promise<unknown>): Promise<boolean> {
  const timer = new AbortController();
  const isDone = await Promise.race([
    work.then(() => true),
    sleep(ms, false, { signal: timer.signal }).catch(() => false),
  ]);
  timer.abort();
  return isDone;
}
