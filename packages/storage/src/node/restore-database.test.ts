import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openFileDatabase } from './open-file-database.ts';
import { copyDatabase } from './copy-database.ts';
import { BackupRefused, restoreDatabase } from './restore-database.ts';

const now = () => Date.UTC(2026, 0, 1);

/** A backup of a migrated database, and the folder for another database. */
async function backUp() {
  const db = await freshDatabase();
  const path = db.url.slice('file:'.length);
  const file = join(dirname(path), 'desk.backup');
  await copyDatabase({ from: path, to: file });
  return { db, path, file, to: join(dirname(path), 'restored.db') };
}

async function run(path: string, sql: string): Promise<void> {
  const db = await openFileDatabase({ url: `file:${path}` });
  await db.batch([sql], 'write');
  db.close();
}

it('restores a file that only its owner can read', async () => {
  const { file, to } = await backUp();
  const restored = await restoreDatabase({ from: file, to, workspace: 'default', now });
  expect(restored).toEqual({ movedTo: undefined, tickets: 0, messages: 0 });
  for (const path of [file, to]) expect(statSync(path).mode & 0o777).toBe(0o600);
});

it.each<[string, (file: string) => unknown, RegExp]>([
  ['no database', (file) => writeFileSync(file, 'no database '.repeat(1_000)), /is not a database/],
  ['an empty file', (file) => writeFileSync(file, ''), /is not the database of a desk/],
  ['half a backup', (file) => truncateSync(file, statSync(file).size / 2), /is damaged|is not a database/],
  ['another program’s database', (file) => run(file, 'drop table migrations'), /not the database of a desk/],
  [
    'another workspace',
    (file) => run(file, `update desk set workspace = 'acme'`),
    /from the workspace acme\. Restore it with --workspace acme\./,
  ],
  ['another schema', (file) => run(file, 'drop index agents_skills'), /has another schema/],
  [
    'a newer version’s backup',
    (file) => run(file, `insert into migrations values (999, 'later', 'x', 0)`),
    /is from a newer version/,
  ],
])('does not restore %s, and leaves the database as it was', async (_, change, message) => {
  const { file, to } = await backUp();
  writeFileSync(to, 'the earlier database');
  await change(file);
  const restoring = restoreDatabase({ from: file, to, workspace: 'default', now });
  const error = await restoring.catch((refused: unknown) => refused);
  expect(error).toBeInstanceOf(BackupRefused);
  expect((error as BackupRefused).message).toMatch(message);
  expect(readFileSync(to, 'utf8')).toBe('the earlier database');
  expect(readdirSync(dirname(to)).filter((name) => name.includes('partial'))).toEqual([]);
});

it('restores a copy whose latest writes are in a WAL', async () => {
  const { db, path, to } = await backUp();
  const insert = 'insert into agent_statuses (id, position, alias, is_routable) values (1, 9, 1, 1)';
  await db.batch([insert], 'write');
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
  await restoreDatabase({ from: path, to, workspace: 'default', now });
  const restored = await openFileDatabase({ url: `file:${to}` });
  const [found] = await restored.batch(['select position from agent_statuses where id = 1'], 'read');
  restored.close();
  expect(found!.rows.map((row) => row[0])).toEqual([9]);
});

it('does not overwrite a file with a copy', async () => {
  const { file, path } = await backUp();
  await expect(copyDatabase({ from: path, to: file })).rejects.toThrow('exists. Choose another name');
});

it('leaves no file when a copy is stopped', async () => {
  const { path, to } = await backUp();
  const signal = AbortSignal.abort(new Error('stopped'));
  await expect(copyDatabase({ from: path, to, signal })).rejects.toThrow('stopped');
  expect(existsSync(to)).toBe(false);
  expect(readdirSync(dirname(to)).filter((name) => name.includes('partial'))).toEqual([]);
});
