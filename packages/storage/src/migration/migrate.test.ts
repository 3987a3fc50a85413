import { describe, expect, it } from 'vitest';
import { sendTo } from '../command/send.ts';
import { bundledMigrations } from '../../scripts/bundle-migrations.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openFileDatabase } from '../node/open-file-database.ts';
import { bundle } from './bundle.ts';
import { applyMigrations, isCurrent, migrate, MigrationMismatch } from './migrate.ts';

const more = (id: number, sql: string) => [...bundle, { id, name: `more-${id}`, sql }];
const last = bundle.length;

describe('migrate', () => {
  it('carries the migrations as drizzle-kit wrote them', async () => {
    const { readFile } = await import('node:fs/promises');
    expect(await readFile(new URL('./bundle.ts', import.meta.url), 'utf8')).toBe(bundledMigrations());
  });

  it('has nothing to do the second time', async () => {
    const db = await freshDatabase();
    expect(await migrate(db, () => 0)).toEqual([]);
    expect(await isCurrent(sendTo(db))).toBe(true);
  });

  it('is not current while a migration is missing', async () => {
    const db = await freshDatabase();
    expect(await isCurrent(sendTo(db), more(last + 1, 'create table t (a)'))).toBe(false);
  });

  it('leaves nothing of a migration that failed, and goes on from there', async () => {
    const db = await freshDatabase();
    const broken = more(last + 1, 'create table t (a);--> statement-breakpoint\ncreate table t (a)');
    await expect(applyMigrations(db, () => 0, broken)).rejects.toThrow('already exists');
    expect(await applyMigrations(db, () => 0, more(last + 1, 'create table t (a)'))).toEqual([
      `more-${last + 1}`,
    ]);
  });

  it('refuses a history that is not its own', async () => {
    const db = await freshDatabase();
    await applyMigrations(db, () => 0, more(last + 1, 'create table t (a)'));
    await expect(applyMigrations(db, () => 0, more(last + 1, 'create table t (b)'))).rejects.toThrow(
      MigrationMismatch,
    );
  });

  it('accepts a database that a newer version has migrated further', async () => {
    const db = await freshDatabase();
    await applyMigrations(db, () => 0, more(last + 1, 'create table t (a)'));
    expect(await migrate(db, () => 0)).toEqual([]);
    expect(await isCurrent(sendTo(db))).toBe(true);
  });

  it('applies each migration once when several migrators start together', async () => {
    const { url, rows } = await freshDatabase();
    const many = [
      ...more(last + 1, 'create table t (a)'),
      { id: last + 2, name: 'then', sql: 'insert into t values (1)' },
    ];
    const migrators = await Promise.all([1, 2, 3].map(() => openFileDatabase({ url })));
    const applied = await Promise.all(migrators.map((db) => applyMigrations(db, () => 0, many)));
    expect(applied.flat().toSorted()).toEqual([`more-${last + 1}`, 'then']);
    expect(await rows('select a from t')).toEqual([[1]]);
    for (const db of migrators) db.close();
  });
});
