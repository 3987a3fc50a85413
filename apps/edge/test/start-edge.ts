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
 * The Worker in `wrangler dev` on an empty database behind the libSQL endpoint. `tellsAll`: what it prints has
 * the Worker’s debug lines, too.
 */
export async function startEdge({ killable = false, tellsAll = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'chat-ticket-'));
  const trips: string[] = [];
  const endpoint = await startLibsqlEndpoint({
    path: join(folder, 'desk.db'),
    // The sweeper’s are its own: no request waits for them.
    onRequest: ({ method, path, userAgent }) => {
      if (userAgent !== 'chat-ticket-sweeper') trips.push(`${method} ${path}`);
    },
  });
  await migrate(openHttpDatabase({ url: endpoint.url, authToken: undefined }), Date.now);
  const options = {
    port: await freePort(),
    stateDir: join(folder, 'state'),
    bindings: { DATABASE_URL: endpoint.url, AUTH_SECRET: secret },
    logLevel: tellsAll ? 'debug' : 'log',
    killable,
  } as const;
  let wrangler = await startWrangler(options);
  return {
    url: wrangler.url,
    secret,
    databaseUrl: endpoint.url,
    /** The requests that the database has got. */
    trips,
    /** What wrangler has printed since its start. */
    output: () => wrangler.output(),
    /** Another process in the place of the first, with the same database and objects, as after a deploy. */
    restart: async () => {
      await wrangler.stop();
      wrangler = await startWrangler(options);
    },
    /** `kill -9` of a killable one, and again on the same database and the same Durable Objects. */
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
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}
