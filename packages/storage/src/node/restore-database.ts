import { chmodSync, copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Engine from 'libsql';
import type { Database } from '../database.ts';
import { sendTo } from '../command/send.ts';
import { isCurrent, isNewer, migrate } from '../migration/migrate.ts';
import { WorkspaceMismatch } from '../workspace/of-workspace.ts';
import { openFileDatabase } from './open-file-database.ts';
import { giveToOwnerOf, isOwnerOf } from './file-owner.ts';
import { partialName, publishFile } from './copy-database.ts';

/** The files that SQLite has beside a database. */
const companions = ['-wal', '-shm', '-journal'];

/** The backup cannot be restored. Neither it nor the database was changed. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

export type Restored = {
  /** Where the earlier database is now. Undefined: there was none. */
  movedTo: string | undefined;
  tickets: number;
  messages: number;
};

/**
 * Replaces a database file by a backup. Checks a copy of the backup first: that it is complete and not damaged, that
 * its schema is the one of this version or an earlier one, and that it is of this workspace. Migrates the copy. Keeps
 * the earlier database under another name. If root restores it, the owner of the new file is that of the earlier one,
 * or of the folder.
 *
 * @throws {BackupRefused} A check failed, a process uses the database, or it belongs to another user.
 */
export async function restoreDatabase(options: {
  from: string;
  to: string;
  workspace: string;
  now: () => number;
}): Promise<Restored> {
  const { from, to, workspace, now } = options;
  if (existsSync(to) && !isOwnerOf(to))
    throw new BackupRefused(`${to} belongs to another user. Restore it as that user or as root.`);
  const partial = partialName(to);
  try {
    copyWithWal(from, partial);
    const counts = await prepare(partial, from, workspace, now);
    giveToOwnerOf(existsSync(to) ? to : dirname(to), partial);
    const movedTo = existsSync(to) ? moveAside(to, now()) : undefined;
    publishFile(partial, to);
    return { movedTo, ...counts };
  } finally {
    for (const companion of ['', ...companions]) rmSync(`${partial}${companion}`, { force: true });
  }
}

/** A file that was copied by other means can have a WAL, which contains its latest writes. */
function copyWithWal(from: string, to: string): void {
  for (const companion of ['', '-wal']) {
    if (companion && !existsSync(`${from}${companion}`)) continue;
    copyFileSync(`${from}${companion}`, `${to}${companion}`);
    chmodSync(`${to}${companion}`, 0o600);
  }
}

/** Checks and migrates the copy. Then the file contains all of it. */
async function prepare(path: string, from: string, workspace: string, now: () => number) {
  const db = await openFileDatabase({ url: `file:${path}` }).catch((cause: unknown) => {
    throw new BackupRefused(`${from} is not a database. Restore another backup.`, { cause });
  });
  try {
    const [damage] = await textsOf(db, 'pragma integrity_check(1)').catch(() => ['a page cannot be read']);
    if (damage !== 'ok') throw new BackupRefused(`${from} is damaged: ${damage}. Restore another backup.`);
    if (!(await textsOf(db, `select name from sqlite_master where name = 'migrations'`)).length)
      throw new BackupRefused(`${from} is not the database of a desk. Restore another backup.`);
    if (await isNewer(sendTo(db)))
      throw new BackupRefused(`${from} is from a newer version of chat-ticket. Install that version.`);
    await migrate(db, now, workspace).catch((cause: unknown) => {
      if (!(cause instanceof WorkspaceMismatch)) throw cause;
      throw new BackupRefused(
        `${from} is from the workspace ${cause.owner}. Restore it with --workspace ${cause.owner}.`,
        { cause },
      );
    });
    const [schema, expected] = [await schemaOf(db), await currentSchema(now)];
    if (!(await isCurrent(sendTo(db))) || schema !== expected)
      throw new BackupRefused(`${from} has another schema than this version. Restore another backup.`);
    return { tickets: await countOf(db, 'tickets'), messages: await countOf(db, 'messages') };
  } finally {
    db.close();
  }
}

const textsOf = async (db: Database, sql: string): Promise<string[]> =>
  (await db.batch([sql], 'read'))[0]!.rows.map((row) => String(row[0]));

const countOf = async (db: Database, table: string): Promise<number> =>
  Number((await textsOf(db, `select count(*) from ${table}`))[0]);

const schemaOf = async (db: Database): Promise<string> =>
  (
    await textsOf(
      db,
      `select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_master
       where name not like 'sqlite\\_%' escape '\\' order by 1`,
    )
  ).join('\n');

/** The schema that the migrations of this version create. */
async function currentSchema(now: () => number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-ticket-'));
  const db = await openFileDatabase({ url: `file:${join(folder, 'empty.db')}`, isThrowAway: true });
  try {
    await migrate(db, now);
    return await schemaOf(db);
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
}

/** Renames the database with its companions. Returns its new name. */
function moveAside(path: string, now: number): string {
  if (isInUse(path))
    throw new BackupRefused(`A process uses ${path}. Stop the desk, then restore the backup.`);
  const movedTo = `${path}.before-restore-${new Date(now).toISOString().replaceAll(':', '-')}`;
  // The WAL of the earlier database would be applied to the restored one.
  for (const companion of [...companions, ''])
    if (existsSync(`${path}${companion}`)) renameSync(`${path}${companion}`, `${movedTo}${companion}`);
  return movedTo;
}

/** Whether a process has the database open. SQLite leaves the WAL mode only without other connections. */
function isInUse(path: string): boolean {
  const engine = new Engine(path, { timeout: 1_000 });
  try {
    engine.exec('pragma journal_mode = delete');
    return false;
  } catch (error) {
    // A damaged database can be replaced as well.
    return String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
  } finally {
    engine.close();
  }
}
