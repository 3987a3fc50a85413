import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '@chat-ticket/api';
import { createAdaptorServer } from '@hono/node-server';
import { acceptSockets } from '../live/accept-sockets.ts';
import type { Desk } from './open-desk.ts';

export type RunningServer = {
  url: string;
  /** Ends live connections, and requests in flight within `graceMs`; new ones are refused. */
  stop(graceMs: number): Promise<void>;
};

/** Where a server on this host and port is reached. */
export const serverUrl = ({ host, port }: { host: string; port: number }): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

export async function listen(
  desk: Desk,
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: desk.app.fetch,
    // Who offers another protocol than WebSocket, as curl does with HTTP/2, gets its answer in this one.
    serverOptions: {
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    },
  }) as Server;
  acceptSockets(server, desk.app.fetch, desk.admissions, desk.hubs);
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new ConfigError(`PORT ${port} of HOST ${host} can’t be listened on (${code}): set others`, {
      cause,
    });
  }
  const address = server.address() as AddressInfo;
  return {
    url: serverUrl({ host, port: address.port }),
    stop: async (graceMs) => {
      const closed = once(server, 'close');
      server.close();
      await desk.hubs.stop();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(cut);
    },
  };
}
