import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Engine from 'libsql';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { checkWrite } from '../index.ts';
import { copyDatabase } from './copy-database.ts';
import { openFileDatabase } from './open-file-database.ts';

const insert = `insert into agent_statuses (id, position, alias, is_routable) values (7, 7, 7, 1)`;

const pageBytes = 4_096;

async function rootPageOf(path: string, table: string): Promise<number> {
  const db = await openFileDatabase({ url: `file:${path}` });
  const [found] = await db.batch([`select rootpage from sqlite_master where name = '${table}'`], 'read');
  db.close();
  return Number(found!.rows[0]![0]);
}

const pathOf = ({ url }: { url: string }) => url.slice('file:'.length);

it('refuses writes while the disk is full, and takes them afterwards', async () => {
  const db = await freshDatabase();
  await db.batch(['pragma max_page_count = 1'], 'write');
  const fill = 'create table filler as select randomblob(100000) as a';
  await expect(db.batch([fill], 'write')).rejects.toMatchObject({ fault: 'disk_full' });
  await db.batch(['pragma max_page_count = 1000000'], 'write');
  await db.batch([fill], 'write');
});

it('refuses writes of a database that is read-only', async () => {
  const db = await freshDatabase();
  await db.batch(['pragma query_only = 1'], 'write');
  await expect(checkWrite(db)).rejects.toMatchObject({ fault: 'read_only' });
  expect(await db.rows('select count(*) from tickets')).toEqual([[0]]);
});

describe.each(['', '-wal', '-shm'])('a database whose file%s', (suffix) => {
  it('was deleted refuses reads and writes, until the file is back', async () => {
    const db = await freshDatabase();
    const file = `${pathOf(db)}${suffix}`;
    renameSync(file, `${file}.moved`);
    for (const mode of ['read', 'write'] as const)
      await expect(db.batch([insert], mode)).rejects.toMatchObject({ fault: 'deleted' });
    renameSync(`${file}.moved`, file);
    await db.batch([insert], 'write');
  });

  it('was replaced by another refuses writes', async () => {
    const db = await freshDatabase();
    const file = `${pathOf(db)}${suffix}`;
    renameSync(file, `${file}.moved`);
    writeFileSync(file, '');
    await expect(db.batch([insert], 'write')).rejects.toMatchObject({ fault: 'replaced' });
    renameSync(`${file}.moved`, file);
  });
});

it('keeps what it confirmed when it closes after its WAL was deleted', async () => {
  const fresh = pathOf(await freshDatabase());
  const path = join(dirname(fresh), 'confirmed.db');
  await copyDatabase({ from: fresh, to: path });
  const url = `file:${path}`;
  const db = await openFileDatabase({ url });
  await db.batch([insert], 'write');
  rmSync(`${path}-wal`);
  await expect(checkWrite(db)).rejects.toMatchObject({ fault: 'deleted' });
  db.close();
  const again = await openFileDatabase({ url });
  const [found] = await again.batch(['select id from agent_statuses where id = 7'], 'read');
  again.close();
  expect(found!.rows).toHaveLength(1);
});

it('keeps its WAL when a connection reconnects because another process has the lock', async () => {
  const db = await freshDatabase();
  const other = await openFileDatabase({ url: db.url, lockTimeoutMs: 50 });
  const engine = new Engine(pathOf(db), { timeout: 0 });
  engine.exec('begin immediate');
  await expect(other.batch([insert], 'write')).rejects.toMatchObject({ fault: 'busy' });
  engine.exec('rollback');
  engine.close();
  await other.batch([insert], 'write');
  other.close();
  expect(await db.rows('select id from agent_statuses where id = 7')).toHaveLength(1);
});

it('refuses writes once it has read a damaged page, and still reads the rest', async () => {
  const fresh = pathOf(await freshDatabase());
  const path = join(dirname(fresh), 'damaged.db');
  await copyDatabase({ from: fresh, to: path });
  const page = await rootPageOf(path, 'tickets');
  const descriptor = openSync(path, 'r+');
  writeSync(descriptor, Buffer.alloc(pageBytes, 0xff), 0, pageBytes, (page - 1) * pageBytes);
  closeSync(descriptor);
  const db = await openFileDatabase({ url: `file:${path}` });
  await expect(db.batch(['select * from tickets'], 'read')).rejects.toMatchObject({ fault: 'damaged' });
  await expect(checkWrite(db)).rejects.toMatchObject({ fault: 'damaged' });
  expect(await db.batch(['select * from agents'], 'read')).toHaveLength(1);
  db.close();
});

it.each<[string, string, (path: string) => unknown]>([
  ['not_a_database', 'text.db', (path) => writeFileSync(path, 'text '.repeat(1_000))],
  ['cannot_open', 'no-folder/desk.db', () => {}],
  ['cannot_open', 'pipe.db', (path) => execFileSync('mkfifo', [path])],
])('reports %s when it opens', async (fault, name, prepare) => {
  const path = join(dirname(pathOf(await freshDatabase())), name);
  prepare(path);
  await expect(openFileDatabase({ url: `file:${path}` })).rejects.toMatchObject({ fault });
});

it('creates files that only their owner can read, and narrows those of earlier versions', async () => {
  const db = await freshDatabase();
  const files = ['', '-wal', '-shm'].map((suffix) => `${pathOf(db)}${suffix}`);
  const modes = () => files.map((file) => statSync(file).mode & 0o777);
  expect(modes()).toEqual([0o600, 0o600, 0o600]);
  for (const file of files) chmodSync(file, 0o644);
  (await openFileDatabase({ url: db.url })).close();
  expect(modes()).toEqual([0o600, 0o600, 0o600]);
});
