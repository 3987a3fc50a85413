import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { openFileDatabase } from '@chat-ticket/storage/node';
import { expect, it } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';
import { secret, startDesk } from './start-desk.ts';

const start = (DATA_DIR: string) => startDesk('node', { AUTH_SECRET: secret, DATA_DIR });

const serviceOf = async (baseUrl: string) =>
  createClient({ baseUrl, token: await issueToken({ secret, role: 'service', sub: 'shop' }), retries: 0 });

/** Every row of every table of a database file. */
async function rowsOf(path: string): Promise<Record<string, unknown[]>> {
  const database = await openFileDatabase({ url: `file:${path}` });
  const query = async (sql: string) =>
    (await database.batch([sql], 'write'))[0]!.rows.map((row) => Array.from(row as unknown[]));
  const names = await query(`select name from sqlite_master where type = 'table'`);
  const tables = [];
  for (const [name] of names) tables.push([name, await query(`select * from "${String(name)}"`)]);
  database.close();
  return Object.fromEntries(tables);
}

/** Creates tickets until `stop`. Returns the ids of those that the desk confirmed, in order. */
function createTickets(service: Awaited<ReturnType<typeof serviceOf>>) {
  const confirmed: string[] = [];
  const stopping = new AbortController();
  const write = async (writer: number) => {
    for (let i = 0; !stopping.signal.aborted; i++) {
      const created = await service.createTicket({ customer: { id: `${writer}-${i}` } });
      if (created.ok) confirmed.push(created.data.id);
    }
  };
  const writing = Promise.all([0, 1, 2, 3].map(write));
  return {
    confirmed,
    async reach(count: number) {
      while (confirmed.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    async stop() {
      stopping.abort();
      await writing;
    },
  };
}

it('backs up a desk under load, and restores every row', async () => {
  const [source, target] = [freshFolder(), freshFolder()];
  const file = join(freshFolder(), 'desk.backup');
  const desk = await start(source);
  const load = createTickets(await serviceOf(desk.url));
  await load.reach(50);
  const before = [...load.confirmed];
  expect(await runCli(['backup', file], { DATA_DIR: source })).toMatchObject({ code: 0 });
  await load.reach(load.confirmed.length + 10);
  await load.stop();
  expect(statSync(file).mode & 0o777).toBe(0o600);

  const restored = await runCli(['restore', file], { DATA_DIR: target });
  expect(restored.stdout).toMatch(/^Restored the workspace default from .+: \d+ tickets, 0 messages\.\n$/);
  expect(await rowsOf(join(target, 'default.db'))).toEqual(await rowsOf(file));

  // The backup is a moment of the desk: its event log is the first part of the desk’s.
  const inBackup = await rowsOf(file);
  expect(inBackup['events']).toEqual(
    (await rowsOf(join(source, 'default.db')))['events']!.slice(0, inBackup['events']!.length),
  );
  const copy = await start(target);
  const service = await serviceOf(copy.url);
  for (const id of before) expect(await service.getTicket({ ticketID: id })).toMatchObject({ ok: true });
  await Promise.all([desk.stop(), copy.stop()]);
});

it('has every write in one file after a stop', async () => {
  const folder = freshFolder();
  const desk = await start(folder);
  const created = await (await serviceOf(desk.url)).createTicket({ customer: { id: 'c' } });
  expect(await desk.stop()).toBe(0);
  const copied = join(freshFolder(), 'default.db');
  copyFileSync(join(folder, 'default.db'), copied);
  expect(created.ok && (await rowsOf(copied))['tickets']!.flat()).toContain(created.ok && created.data.id);
});

it('keeps the earlier database when it restores', async () => {
  const folder = freshFolder();
  const file = join(freshFolder(), 'desk.backup');
  const environment = { DATA_DIR: folder };
  await runCli(['migrate'], environment);
  await runCli(['backup', file], environment);
  const { code, stdout } = await runCli(['restore', file], environment);
  const [, kept] = /^The earlier database is now (.+)\.$/m.exec(stdout) ?? [];
  expect(code).toBe(0);
  expect(await rowsOf(kept!)).toEqual(await rowsOf(join(folder, 'default.db')));
});

it('does not restore while a desk serves the database', async () => {
  const folder = freshFolder();
  const file = join(freshFolder(), 'desk.backup');
  const desk = await start(folder);
  await runCli(['backup', file], { DATA_DIR: folder });
  const { code, stderr } = await runCli(['restore', file], { DATA_DIR: folder });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(
      /^A process uses .+default\.db\. Stop the desk, then restore the backup\.\n$/,
    ),
  });
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  await desk.stop();
});

it.each([
  ['backup', 'nodir/x.db', /^The folder of nodir\/x\.db does not exist\. [^\n]+\n$/],
  ['backup', '/proc/x.db', /^Cannot write \/proc\/x\.db: [^\n]+\n$/],
  ['restore', 'nodir/x.db', /^Cannot read nodir\/x\.db: it does not exist \(ENOENT\)\.\n$/],
  ['restore', '/proc', /^Cannot read \/proc: it is a folder\.\n$/],
])('says in plain words why it cannot %s %s', async (command, file, message) => {
  const environment = { DATA_DIR: freshFolder() };
  await runCli(['migrate'], environment);
  const { code, stderr } = await runCli([command, file], environment);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(message) });
});

it.each([
  [
    'is not a database',
    (path: string) => writeFileSync(path, 'text '.repeat(1_000)),
    /^The file is not a database\. /,
  ],
  ['is a folder', (path: string) => mkdirSync(path), /^The file of the database cannot be opened\. /],
])('says in plain words that a database %s, and leaves no file', async (_, create, message) => {
  const [folder, target] = [freshFolder(), freshFolder()];
  create(join(folder, 'default.db'));
  const { code, stderr } = await runCli(['backup', join(target, 'desk.backup')], { DATA_DIR: folder });
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(message) });
  expect(readdirSync(target)).toEqual([]);
});

it('names the workspace of a file that belongs to another one', async () => {
  const folder = freshFolder();
  const file = join(freshFolder(), 'acme.backup');
  const environment = { DATABASE_URL: `file:${folder}/{workspace}.db`, AUTH_SECRET: secret };
  await runCli(['migrate', '--workspace', 'acme'], environment);
  await runCli(['backup', file, '--workspace', 'acme'], environment);
  const { code, stderr } = await runCli(['restore', file], environment);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(/ is from the workspace acme\. Restore it with --workspace acme\.\n$/),
  });
});

it('does not back up a database that does not exist', async () => {
  const folder = freshFolder();
  const { code, stderr } = await runCli(['backup', 'desk.backup'], { DATA_DIR: folder });
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/has no database at .+\n$/) });
  expect(existsSync(join(folder, 'default.db'))).toBe(false);
});
