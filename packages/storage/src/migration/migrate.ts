import { defaultSettings } from '@chat-ticket/contract';
import type { Database } from '../database.ts';
import { query } from '../command/command.ts';
import { send, type Send } from '../command/send.ts';
import { select } from '../command/statement.ts';
import { putSettings } from '../settings/put-settings.ts';
import { bundle } from './bundle.ts';

/** The database has a migration that differs from this version's. A person must look at it. */
export class MigrationMismatch extends Error {
  override readonly name = 'MigrationMismatch';
}

type Applied = { id: number; name: string; hash: string };
export type Migration = (typeof bundle)[number];

/** Brings a database to this version, and gives a new one the default settings. Returns what it applied. */
export async function migrate(db: Database, now: () => number): Promise<string[]> {
  const applied = await applyMigrations(db, now);
  const [settings] = await db.batch(['select 1 from settings'], 'read');
  if (settings!.rows.length === 0)
    await send(db, putSettings, {
      changeId: 'default',
      now: now(),
      actorRole: 'system',
      actorId: 'migrate',
      settings: defaultSettings,
      // No settings have this version: where another migrator was faster, its settings stay.
      ifVersion: -1,
    });
  return applied;
}

/** The migrations that a database has, in order. */
export const listAppliedMigrations = query({
  answer: { applied: select<unknown, Applied>`select id, name, hash from migrations order by id` },
  outcome: ({ applied }) => applied,
});

const createTable = `create table if not exists migrations (
  id integer primary key, name text not null, hash text not null, applied_at integer not null)`;

/**
 * Applies the migrations that are missing, in order, and returns their names. Each migration is one batch whose
 * first statement takes its number. Of two migrators that run at once, the slower one fails there, looks again
 * and goes on. One that was killed goes on where it stopped.
 */
export async function applyMigrations(
  db: Database,
  now: () => number,
  migrations: readonly Migration[] = bundle,
): Promise<string[]> {
  await db.batch([createTable], 'write');
  const done: string[] = [];
  for (;;) {
    const applied = await send(db, listAppliedMigrations, {});
    await checkHistory(applied, migrations);
    const next = migrations[applied.length];
    if (!next) return done;
    if (await apply(db, next, now())) done.push(next.name);
  }
}

/** Whether the database has every migration of this version. */
export async function isCurrent(
  sendToDesk: Send,
  migrations: readonly Migration[] = bundle,
): Promise<boolean> {
  try {
    return (await sendToDesk(listAppliedMigrations, {})).length >= migrations.length;
  } catch (error) {
    if (isNoSuchTable(error)) return false;
    throw error;
  }
}

const isNoSuchTable = (error: unknown) => error instanceof Error && /no such table/.test(error.message);

async function checkHistory(applied: readonly Applied[], migrations: readonly Migration[]): Promise<void> {
  for (const [i, { id, name, hash }] of applied.entries()) {
    const own = migrations[i];
    if (own && (id !== own.id || hash !== (await hashOf(own))))
      throw new MigrationMismatch(
        `The migration ${name} in the database differs from ${own.name} of this version. Restore the file that was applied, and put the change into a new migration.`,
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
    if ((await send(db, listAppliedMigrations, {})).some(({ id }) => id === migration.id)) return false;
    throw error;
  }
}

async function hashOf(migration: Migration): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(migration.sql));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
