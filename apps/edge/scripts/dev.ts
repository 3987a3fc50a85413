import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { localSecret } from '@chat-ticket/local-secret';
import { startLibsqlEndpoint } from '@chat-ticket/libsql-endpoint';
import { migrate } from '@chat-ticket/storage';
import { openHttpDatabase } from '@chat-ticket/storage/http';
import { startWrangler } from './start-wrangler.ts';

const { AUTH_SECRET, DATABASE_PORT = '8080', INSPECTOR_PORT, PORT = '8788' } = process.env;
const dataDir = fileURLToPath(new URL('../../../.data/edge', import.meta.url));
mkdirSync(dataDir, { recursive: true });

const endpoint = await startLibsqlEndpoint({ path: `${dataDir}/default.db`, port: Number(DATABASE_PORT) });
const { url, authToken } = endpoint;
await migrate(openHttpDatabase({ url, authToken }), Date.now);
const wrangler = await startWrangler({
  port: Number(PORT),
  // Without it wrangler uses 9229, the port of .vscode/launch.json, or the next free port.
  ...(INSPECTOR_PORT === undefined ? {} : { inspectorPort: Number(INSPECTOR_PORT) }),
  stateDir: `${dataDir}/state`,
  bindings: {
    DATABASE_URL: url,
    DATABASE_AUTH_TOKEN: authToken,
    AUTH_SECRET: AUTH_SECRET ?? localSecret(dataDir),
  },
  isVerbose: true,
});
console.error(`The Worker is at ${wrangler.url}, its database at ${url}.`);

process.once('SIGINT', () => void wrangler.stop());
process.once('SIGTERM', () => void wrangler.stop());
await wrangler.ended;
await endpoint.close();
