import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLibsqlEndpoint } from '@chat-ticket/libsql-endpoint';
import { migrate } from '@chat-ticket/storage';
import { openHttpDatabase } from '@chat-ticket/storage/http';
import { startWrangler } from '../scripts/start-wrangler.ts';

export const secret = 'the secret of a desk that is only tested';

/**
 * Starts the Worker in `wrangler dev` on an empty database behind the libSQL endpoint. With `isDebug`, `output`
 * includes the Worker’s debug lines. `proxyDatabase` puts a proxy before the database and returns its URL.
 */
export async function startEdge({
  isKillable = false,
  isDebug = false,
  proxyDatabase = async (url: string) => url,
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'chat-ticket-'));
  const trips: string[] = [];
  const endpoint = await startLibsqlEndpoint({
    path: join(folder, 'desk.db'),
    // No request waits for the sweeper’s trips.
    onRequest: ({ method, path, userAgent }) => {
      if (userAgent !== 'chat-ticket-sweeper') trips.push(`${method} ${path}`);
    },
  });
  const { url, authToken } = endpoint;
  await migrate(openHttpDatabase({ url, authToken }), Date.now);
  const options = {
    port: await freePort(),
    inspectorPort: 0,
    stateDir: join(folder, 'state'),
    bindings: {
      DATABASE_URL: await proxyDatabase(url),
      DATABASE_AUTH_TOKEN: authToken,
      AUTH_SECRET: secret,
    },
    logLevel: isDebug ? 'debug' : 'log',
    isKillable,
  } as const;
  let wrangler = await startWrangler(options);
  return {
    url: wrangler.url,
    secret,
    database: { url, authToken },
    /** The requests that the database has received, without the sweeper’s. */
    trips,
    /** What wrangler has printed since its last start. */
    output: () => wrangler.output(),
    /** Stops wrangler and starts it with the same database and Durable Objects, as a deploy does. */
    restart: async () => {
      await wrangler.stop();
      wrangler = await startWrangler(options);
    },
    /** The same after a `kill -9`. Requires `isKillable`. */
    killAndRestart: async () => {
      await wrangler.kill();
      wrangler = await startWrangler(options);
    },
    stop: async () => {
      await wrangler.stop();
      await endpoint.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('There is no free port.');
  return address.port;
}
