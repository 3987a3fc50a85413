import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createClient } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { expect, it, onTestFinished } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';
import { secret, startDesk } from './start-desk.ts';

/** Opens a server that records the paths of the requests, and responds to none of them. */
async function recordPaths() {
  const paths = new Set<string>();
  const server = createServer(({ url }, response) => {
    paths.add(url ?? '');
    response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { paths, port: (server.address() as AddressInfo).port };
}

const listAs = async (baseUrl: string, workspace: string) => {
  const token = await issueToken({ secret, role: 'service', sub: 'shop', workspace });
  return createClient({ baseUrl, token, retries: 0 }).getBoard();
};

it('asks a server for the database of each workspace by its own path', async () => {
  const { paths, port } = await recordPaths();
  const DATABASE_URL = `http://127.0.0.1:${port}/dev/{workspace}`;
  const desk = await startDesk('node', { AUTH_SECRET: secret, DATABASE_URL, LOG_LEVEL: 'silent' });
  for (const workspace of ['acme', 'other']) await listAs(desk.url, workspace);
  await desk.stop();
  expect([...paths].filter((path) => !path.startsWith('/dev/default/'))).toEqual([
    expect.stringMatching('^/dev/acme/'),
    expect.stringMatching('^/dev/other/'),
  ]);
});

it.each([
  'http://127.0.0.1:1/?name={workspace}',
  'file:///tmp/desk.db?name={workspace}',
  'file:{workspace}/../desk.db',
])('does not start with DATABASE_URL=%s', async (DATABASE_URL) => {
  const { code, stderr } = await runCli(['serve'], { DATABASE_URL, AUTH_SECRET: secret });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringMatching(/^DATABASE_URL would give all workspaces the same database\./),
  });
});

it('refuses a file of another workspace', async () => {
  const folder = freshFolder();
  const environment = { DATABASE_URL: `file:${folder}/{workspace}.db`, AUTH_SECRET: secret };
  expect((await runCli(['migrate', '--workspace', 'acme'], environment)).code).toBe(0);
  const desk = await startDesk('node', environment);
  expect(await listAs(desk.url, 'acme')).toMatchObject({ ok: true });
  for (const part of ['', '-wal'])
    copyFileSync(join(folder, `acme.db${part}`), join(folder, `other.db${part}`));
  expect(await listAs(desk.url, 'other')).toMatchObject({ error: { code: 'workspace_unknown' } });
  expect(desk.logged()).toContain('belongs to another workspace');
  await desk.stop();
});

it('refuses a workspace for which the server has no database', async () => {
  const { port } = await recordPaths();
  const DATABASE_URL = `http://127.0.0.1:${port}/{workspace}`;
  const desk = await startDesk('node', { AUTH_SECRET: secret, DATABASE_URL, LOG_LEVEL: 'silent' });
  expect(await listAs(desk.url, 'no-such')).toMatchObject({
    status: 403,
    error: { code: 'workspace_unknown' },
  });
  expect(await listAs(desk.url, 'default')).toMatchObject({ error: { code: 'database_unavailable' } });
  const ready = await fetch(new URL('/readyz', desk.url));
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ errors: [{ meta: { databaseFault: 'no_database' } }] });
  await desk.stop();
});
