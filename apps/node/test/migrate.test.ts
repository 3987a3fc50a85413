import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startLibsqlEndpoint } from '@chat-ticket/libsql-endpoint';
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';

const current = { code: 0, stdout: 'The schema is up to date.\n', stderr: '' };
const applied = { code: 0, stdout: expect.stringMatching(/^(applied \S+\n){2,}$/), stderr: '' };

it('creates the embedded database, and applies nothing the second time', async () => {
  const dataDir = join(freshFolder(), 'new', 'data');
  expect(await runCli(['migrate'], { DATA_DIR: dataDir })).toEqual(applied);
  expect(await runCli(['migrate'], { DATA_DIR: dataDir })).toEqual(current);
});

it('creates the database of one workspace when each workspace has its own', async () => {
  const folder = freshFolder();
  const variables = { DATA_DIR: folder, DATABASE_URL: `file:${folder}/{workspace}.db` };
  expect(await runCli(['migrate', '--workspace', 'acme'], variables)).toEqual(applied);
  expect(existsSync(join(folder, 'acme.db'))).toBe(true);
  expect(existsSync(join(folder, 'default.db'))).toBe(false);
});

it('refuses a workspace when there is one database for all', async () => {
  const { code, stderr } = await runCli(['migrate', '--workspace', 'acme'], { DATA_DIR: freshFolder() });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^DATABASE_URL does not contain \{workspace\}.*\n$/);
});

it('migrates a remote database without the secret of its desk', async () => {
  const endpoint = await startLibsqlEndpoint({ path: join(freshFolder(), 'remote.db') });
  onTestFinished(() => endpoint.close());
  const variables = {
    DATA_DIR: freshFolder(),
    DATABASE_URL: endpoint.url,
    DATABASE_AUTH_TOKEN: endpoint.authToken,
  };
  expect(await runCli(['migrate'], variables)).toEqual(applied);
  expect(await runCli(['migrate'], variables)).toEqual(current);
});

it('says in one line that a remote database does not answer', async () => {
  const { code, stdout, stderr } = await runCli(['migrate'], { DATABASE_URL: 'http://127.0.0.1:1' });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+\n$/);
});
