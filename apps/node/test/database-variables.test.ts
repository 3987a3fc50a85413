import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshFolder } from './fresh-folder.ts';
import { runCli } from './run-cli.ts';
import { secret, startDesk } from './start-desk.ts';

it.each<[string, (folder: string) => Record<string, string>, RegExp]>([
  ['a data folder that is a file', (folder) => ({ DATA_DIR: file(folder) }), /^DATA_DIR .*\/file/],
  ['a data folder below a file', (folder) => ({ DATA_DIR: `${file(folder)}/data` }), /^DATA_DIR .*\/file/],
  ['a data folder that cannot exist', () => ({ DATA_DIR: '/proc/none/data' }), /^DATA_DIR .*\/proc\/none/],
  [
    'a file that is no database',
    (folder) => ({ DATABASE_URL: `file:${file(folder)}` }),
    /^DATABASE_URL .*\/file/,
  ],
  ['a folder as the database', (folder) => ({ DATABASE_URL: `file:${folder}` }), /^DATABASE_URL /],
  ['a database without a name', () => ({ DATABASE_URL: 'file:' }), /^DATABASE_URL must name a file/],
  ['a database in memory', () => ({ DATABASE_URL: 'file::memory:' }), /^DATABASE_URL must name a file/],
  [
    'parameters of a file',
    () => ({ DATABASE_URL: 'file:/tmp/a.db?mode=ro' }),
    /^DATABASE_URL must name a file/,
  ],
  ['a file on another host', () => ({ DATABASE_URL: 'file://host/a.db' }), /^DATABASE_URL cannot be used/],
  [
    'an unknown parameter',
    () => ({ DATABASE_URL: 'libsql://db.test?mode=ro' }),
    /^DATABASE_URL cannot be used/,
  ],
  ['a host that does not exist', () => ({ HOST: 'host.invalid' }), /^HOST host\.invalid is not available/],
  ['a URL as the host', () => ({ HOST: 'http://127.0.0.1' }), /^HOST must be a host name/],
])(
  'does not serve with %s: one line names the variable, and the exit code is 2',
  async (_, variables, line) => {
    const folder = freshFolder();
    const environment = { AUTH_SECRET: secret, DATA_DIR: folder, PORT: '0', ...variables(folder) };
    const { code, stderr } = await runCli(['serve'], environment);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(line) });
    expect(stderr).toMatch(/^[^\n]+\n$/);
  },
);

function file(folder: string): string {
  writeFileSync(join(folder, 'file'), 'text');
  return join(folder, 'file');
}

it('names DATA_DIR in local mode too', async () => {
  const { code, stderr } = await runCli(['serve'], { DATA_DIR: file(freshFolder()), PORT: '0' });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^DATA_DIR .*\/file/) });
});

it('listens on an IPv6 address in brackets', async () => {
  const desk = await startDesk('node', { AUTH_SECRET: secret, HOST: '[::1]' });
  expect(desk.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  await desk.stop();
});

it('lets nobody else enter the data folder, unless it has other files too', async () => {
  const [own, shared] = [freshFolder(), freshFolder()];
  for (const folder of [own, shared]) chmodSync(folder, 0o755);
  mkdirSync(join(shared, 'photos'));
  for (const folder of [own, shared]) await runCli(['migrate'], { DATA_DIR: folder });
  expect([own, shared].map((folder) => statSync(folder).mode & 0o777)).toEqual([0o700, 0o755]);
  expect(statSync(join(shared, 'default.db')).mode & 0o777).toBe(0o600);
});

it('never takes a file that SQLite has beside a database for a workspace', async () => {
  const folder = freshFolder();
  const environment = { DATABASE_URL: `file:${folder}/{workspace}` };
  expect((await runCli(['migrate', '--workspace', 'acme'], environment)).code).toBe(0);
  for (const args of [['migrate'], ['backup', join(folder, 'backup')]]) {
    const { code, stderr } = await runCli([...args, '--workspace', 'acme-wal'], environment);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^The workspace acme-wal cannot have a database: [^\n]+\n$/);
  }
});
