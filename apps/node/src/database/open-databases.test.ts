import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WorkspaceUnknown } from '@chat-ticket/storage';
import { expect, it, onTestFinished } from 'vitest';
import { parseConfig } from '../config/parse-config.ts';
import { openDatabases } from './open-databases.ts';

/** Databases on a server that responds to every batch in this way. */
async function databasesOn(status: number, body: string) {
  let batches = 0;
  const server = createServer(({ method }, response) => {
    if (method === 'POST') batches++;
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const databases = openDatabases(
    parseConfig({ AUTH_SECRET: 'x'.repeat(32), DATABASE_URL: `http://127.0.0.1:${port}/{workspace}` }),
  );
  const ask = async (workspace: string) => (await databases.open(workspace))!.batch(['select 1'], 'read');
  return { databases, ask, batches: () => batches };
}

it.each([
  [404, '{"error":"not found"}'],
  [400, '{"error":"Namespace `no-such` doesn\'t exist"}'],
])(
  'asks once for a workspace that the server does not have (%i), and does not sweep it',
  async (status, body) => {
    const { databases, ask, batches } = await databasesOn(status, body);
    await expect(ask('no-such')).rejects.toThrow(WorkspaceUnknown);
    expect(batches()).toBe(1);
    expect([...databases.workspaces()]).toEqual(['default']);
  },
);

it.each([
  [400, '{"error":"no such column: namespace"}'],
  [503, '{"error":"starting"}'],
])(
  'does not take another fault of the server for a workspace that does not exist (%i)',
  async (status, body) => {
    const { ask } = await databasesOn(status, body);
    await expect(ask('no-such')).rejects.not.toThrow(WorkspaceUnknown);
  },
);
