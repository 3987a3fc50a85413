import { describe, expect, it } from 'vitest';
import { sendTo } from '../command/send.ts';
import { bundledMigrations } from '../../scripts/bundle-migrations.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openFileDatabase } from '../node/open-file-database.ts';
import { bundle } from './bundle.ts';
import { applyMigrations, isCurrent, migrate, MigrationMismatch } from './migrate.ts';

const nextId = bundle.length + 1;
const withNext = (sql: string) => [...bundle, { id: nextId, name: 'next', sql }];

describe('migrate', () => {
  it('bundles the migrations as drizzle-kit wrote them', async () => {
    const { readFile } = await import('node:fs/promises');
    expect(await readFile(new URL('./bundle.ts', import.meta.url), 'utf8')).toBe(bundledMigrations());
  });

  it('applies nothing the second time', async () => {
    const db = await freshDatabase();
    expect(await migrate(db, () => 0)).toEqual([]);
    expect(await isCurrent(sendTo(db))).toBe(true);
  });

  it('reports that the database is not current while a migration is missing', async () => {
    const db = await freshDatabase();
    expect(await isCurrent(sendTo(db), withNext('create table t (a)'))).toBe(false);
  });

  it('undoes a migration that fails, and applies its corrected version later', async () => {
    const db = await freshDatabase();
    const broken = withNext('create table t (a);--> statement-breakpoint\ncreate table t (a)');
    await expect(applyMigrations(db, () => 0, broken)).rejects.toThrow('already exists');
    expect(await applyMigrations(db, () => 0, withNext('create table t (a)'))).toEqual(['next']);
  });

  it('refuses a database in which an applied migration differs', async () => {
    const db = await freshDatabase();
    await applyMigrations(db, () => 0, withNext('create table t (a)'));
    await expect(applyMigrations(db, () => 0, withNext('create table t (b)'))).rejects.toThrow(
      MigrationMismatch,
    );
  });

  it('accepts a database that a newer version has migrated', async () => {
    const db = await freshDatabase();
    await applyMigrations(db, () => 0, withNext('create table t (a)'));
    expect(await migrate(db, () => 0)).toEqual([]);
    expect(await isCurrent(sendTo(db))).toBe(true);
  });

  it('applies each migration once when several migrators start together', async () => {
    const { url, rows } = await freshDatabase();
    const migrations = [
      ...withNext('create table t (a)'),
      { id: nextId + 1, name: 'one-more', sql: 'insert into t values (1)' },
    ];
    const migrators = await Promise.all([1, 2, 3].map(() => openFileDatabase({ url })));
    const applied = await Promise.all(migrators.map((db) => applyMigrations(db, () => 0, migrations)));
    expect(applied.flat().toSorted()).toEqual(['next', 'one-more']);
    expect(await rows('select a from t')).toEqual([[1]]);
    for (const db of migrators) db.close();
  });
});
