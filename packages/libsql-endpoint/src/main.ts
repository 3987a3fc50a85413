import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type LibsqlEndpointOptions, startLibsqlEndpoint } from './endpoint.ts';

const usage = 'Usage: node packages/libsql-endpoint/src/main.ts --db FILE [--port PORT]';

function readOptions(): LibsqlEndpointOptions {
  const authToken = process.env['DATABASE_AUTH_TOKEN'];
  const { values } = parseArgs({
    options: { db: { type: 'string' }, port: { type: 'string', default: '8080' } },
  });
  const port = Number(values.port);
  if (values.db === undefined) throw new Error('--db is missing.');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is not a port number from 0 to 65535.`);
  return { path: values.db, port, ...(authToken ? { authToken } : {}) };
}

async function main(): Promise<void> {
  const options = readOptions();
  mkdirSync(dirname(options.path), { recursive: true });
  const endpoint = await startLibsqlEndpoint(options);
  process.stdout.write(`libSQL endpoint: ${endpoint.url}\nToken: ${endpoint.authToken}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void endpoint.close());
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  process.exitCode = 2;
}
