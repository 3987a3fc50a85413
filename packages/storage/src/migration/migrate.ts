import { defaultSettings } from '@chat-ticket/contract';
import type { Database } from '../database.ts';
import { putSettings } from '../settings/put-settings.ts';
import { bundle } from './bundle.ts';

/** The database holds something that these migrations did not make. A person has to look. */
export class MigrationMismatch extends Error {
  override readonly name = 'MigrationMismatch';
}

type Applied = { id: number; name: string; hash: string };
export type Migration = (typeof bundle)[number];

/** Brings a database up to this version, and gives one that is new the default settings. */
export async function migrate(db: Database, now: () => number): Promise<string[]> {
  const applied = await applyMigrations(db, now);
  const [settings] = await db.batch(['select 1 from settings'], 'read');
  if (settings!.rows.length === 0)
    await putSettings(db, {
      changeId: 'default',
      now: now(),
      actorRole: 'system',
      actorId: 'migrate',
      settings: defaultSettings,
      // No version is this: where another migrator was faster, its settings stay.
      ifVersion: -1,
    });
  return applied;
}

const createTable = `create table if not exists migrations (
  id integer primary key, name text not null, hash text not null, applied_at integer not null)`;

/**
 * Applies what is missing, in order, and answers its names. Each migration is one batch whose first
 * statement takes its number: of two migrators at work the slower one fails there, looks again and goes on,
 * and one that was killed goes on where it stopped.
 */
export async function applyMigrations(
  db: Database,
  now: () => number,
  migrations: readonly Migration[] = bundle,
): Promise<string[]> {
  await db.batch([createTable], 'write');
  const done: string[] = [];
  for (;;) {
    const applied = await readApplied(db);
    await checkHistory(applied, migrations);
    const next = migrations[applied.length];
    if (!next) return done;
    if (await apply(db, next, now())) done.push(next.name);
  }
}

/** Whether every migration of this version is in the database; one trip. */
export async function isCurrent(db: Database, migrations: readonly Migration[] = bundle): Promise<boolean> {
  try {
    return (await readApplied(db)).length >= migrations.length;
  } catch (error) {
    if (isNoSuchTable(error)) return false;
    throw error;
  }
}

async function readApplied(db: Database): Promise<Applied[]> {
  const [result] = await db.batch(['select id, name, hash from migrations order by id'], 'read');
  return result!.rows.map((row) => ({ id: Number(row[0]), name: String(row[1]), hash: String(row[2]) }));
}

const isNoSuchTable = (error: unknown) => error instanceof Error && /no such table/.test(error.message);

async function checkHistory(applied: readonly Applied[], migrations: readonly Migration[]): Promise<void> {
  for (const [i, { id, name, hash }] of applied.entries()) {
    const own = migrations[i];
    if (own && (id !== own.id || hash !== (await hashOf(own))))
      throw new MigrationMismatch(
        `migration ${name} in the database is not ${own.name} of this version: restore the file that was applied, and put the change into a new migration`,
      );
  }
}

async function apply(db: Database, migration: Migration, now: number): Promise<boolean> {
  const take = {
    sql: 'insert into migrations (id, name, hash, applied_at) values (?, ?, ?, ?)',
    args: [migration.id, migration.name, await hashOf(migration), now],
  };
  const statements = migration.sql.split('--> statement-breakpoint').filter((sql) => sql.trim());
  try {
    await db.batch([take, ...statements], 'write');
    return true;
  } catch (error) {
    if ((await readApplied(db)).some(({ id }) => id === migration.id)) return false;
    throw error;
  }
}

async function hashOf(migration: Migration): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(migration.sql));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
