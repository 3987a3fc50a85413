import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { localSecret } from '@chat-ticket/local-secret';
import { startLibsqlEndpoint } from '@chat-ticket/libsql-endpoint';
import { migrate } from '@chat-ticket/storage';
import { openHttpDatabase } from '@chat-ticket/storage/http';
import { startWrangler } from './start-wrangler.ts';

const dataDir = fileURLToPath(new URL('../../../.data/edge', import.meta.url));
mkdirSync(dataDir, { recursive: true });

const endpoint = await startLibsqlEndpoint({ path: `${dataDir}/default.db`, port: 8080 });
await migrate(openHttpDatabase({ url: endpoint.url, authToken: undefined }), Date.now);
const wrangler = await startWrangler({
  port: Number(process.env.PORT ?? 8788),
  stateDir: `${dataDir}/state`,
  bindings: { DATABASE_URL: endpoint.url, AUTH_SECRET: process.env.AUTH_SECRET ?? localSecret(dataDir) },
  // The port of the debugger configuration in .vscode/launch.json.
  inspectorPort: 9229,
  verbose: true,
});
console.error(`the Worker answers on ${wrangler.url}, its database on ${endpoint.url}`);

process.once('SIGINT', () => void wrangler.stop());
process.once('SIGTERM', () => void wrangler.stop());
await wrangler.ended;
await endpoint.close();
