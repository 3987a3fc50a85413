import { defaultSettings } from '@chat-ticket/contract';
import { type Database, DatabaseUnavailable } from '../database.ts';
import { query } from '../command/command.ts';
import { send, type Send } from '../command/send.ts';
import { select } from '../command/statement.ts';
import { putSettings } from '../settings/put-settings.ts';
import { claimDatabase } from '../workspace/of-workspace.ts';
import { backfillFacts } from './backfill-facts.ts';
import { bundle } from './bundle.ts';

/** The database has a migration that differs from the one of this version. A person must correct it. */
export class MigrationMismatch extends Error {
  override readonly name = 'MigrationMismatch';
}

type Applied = { id: number; name: string; hash: string };
/** One migration, with the statements in `sql` separated by `--> statement-breakpoint`. */
export type Migration = (typeof bundle)[number];

/**
 * Applies the migrations that the database of a workspace lacks, and saves the default settings in a new one.
 *
 * @returns The names of the migrations that it applied.
 * @throws {MigrationMismatch} An applied migration differs from the one of this version.
 * @throws {WorkspaceMismatch} The database belongs to another workspace.
 */
export async function migrate(db: Database, now: () => number, workspace = 'default'): Promise<string[]> {
  const applied = await applyMigrations(db, now);
  await claimDatabase(db, workspace);
  const [settings, backfill] = await db.batch(
    ['select 1 from settings', 'select 1 from fact_backfill'],
    'read',
  );
  if (settings!.rows.length === 0)
    await send(db, putSettings, {
      changeId: 'default',
      now: now(),
      actorRole: 'system',
      actorId: 'migrate',
      settings: defaultSettings,
      // No settings have this version, so those that a concurrent migrator has saved stay.
      ifVersion: [],
    });
  if (backfill!.rows.length > 0) await backfillFacts(db, now);
  return applied;
}

/** The migrations that were applied to a database, in order. */
export const listAppliedMigrations = query({
  answer: { applied: select<object, Applied>`select id, name, hash from migrations order by id` },
  outcome: ({ applied }) => applied,
});

const createTable = `create table if not exists migrations (
  id integer primary key, name text not null, hash text not null, applied_at integer not null)`;

/**
 * Applies the migrations that a database lacks, in order, and returns their names. Each migration is one batch, whose
 * first statement inserts its number. Of two migrators that run at the same time, the slower one fails there and
 * continues with the next migration. After a crash, run it again: it continues with the first migration that is
 * missing.
 *
 * @throws {MigrationMismatch} An applied migration differs from the one of this version.
 */
export async function applyMigrations(
  db: Database,
  now: () => number,
  migrations: readonly Migration[] = bundle,
): Promise<string[]> {
  await db.batch([createTable], 'write');
  const appliedNow: string[] = [];
  for (;;) {
    const applied = await send(db, listAppliedMigrations, {});
    await checkHistory(applied, migrations);
    const next = migrations[applied.length];
    if (!next) return appliedNow;
    if (await apply(db, next, now())) appliedNow.push(next.name);
  }
}

/** Whether the database has every migration of this version. A newer version may have added more. */
export async function isCurrent(
  sendToDesk: Send,
  migrations: readonly Migration[] = bundle,
): Promise<boolean> {
  try {
    return (await sendToDesk(listAppliedMigrations, {})).length >= migrations.length;
  } catch (error) {
    if (isSchemaOutdated(error) || isNoSuchTable(error)) return false;
    throw error;
  }
}

/** Whether a newer version has migrated the database. */
export const isNewer = async (sendToDesk: Send): Promise<boolean> =>
  (await sendToDesk(listAppliedMigrations, {})).length > bundle.length;

const isSchemaOutdated = (error: unknown) =>
  error instanceof DatabaseUnavailable && error.fault === 'schema_outdated';

const isNoSuchTable = (error: unknown) => error instanceof Error && /no such table/.test(error.message);

async function checkHistory(applied: readonly Applied[], migrations: readonly Migration[]): Promise<void> {
  for (const [i, { id, name, hash }] of applied.entries()) {
    const own = migrations[i];
    if (own && (id !== own.id || hash !== (await hashOf(own))))
      throw new MigrationMismatch(
        `The migration ${name} of the database differs from ${own.name} of this version. Restore the file that was applied, and put the change into a new migration.`,
      );
  }
}

async function apply(db: Database, migration: Migration, now: number): Promise<boolean> {
  const insertNumber = {
    sql: 'insert into migrations (id, name, hash, applied_at) values (?, ?, ?, ?)',
    args: [migration.id, migration.name, await hashOf(migration), now],
  };
  const statements = migration.sql.split('--> statement-breakpoint').filter((sql) => sql.trim());
  try {
    await db.batch([insertNumber, ...statements], 'write');
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
