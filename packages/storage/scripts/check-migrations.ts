import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { generateSQLiteDrizzleJson } from 'drizzle-kit/api';
import * as schema from '../src/schema.ts';
import { bundledMigrations } from './bundle-migrations.ts';

type Snapshot = { readonly tables: Readonly<Record<string, unknown>> };

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The tables after the last migration. */
function lastSnapshot(): Snapshot {
  const journal: { entries: { idx: number }[] } = JSON.parse(read('../migrations/meta/_journal.json'));
  const number = String(journal.entries.at(-1)!.idx).padStart(4, '0');
  return JSON.parse(read(`../migrations/meta/${number}_snapshot.json`));
}

/** The names of the tables that differ between the exports of the schema and the last migration. */
export async function tablesWithoutMigration(exported: Record<string, unknown>): Promise<string[]> {
  const { tables }: Snapshot = JSON.parse(JSON.stringify(await generateSQLiteDrizzleJson(exported)));
  const migrated = lastSnapshot().tables;
  const names = new Set([...Object.keys(tables), ...Object.keys(migrated)]);
  return [...names].filter((name) => !isDeepStrictEqual(tables[name], migrated[name])).toSorted();
}

if (import.meta.main) {
  const changed = await tablesWithoutMigration(schema);
  if (changed.length > 0) console.log(`Tables whose schema has no migration: ${changed.join(', ')}.`);
  const isBundled = read('../src/migration/bundle.ts') === bundledMigrations();
  if (!isBundled) console.log('src/migration/bundle.ts does not match migrations/.');
  process.exitCode = changed.length > 0 || !isBundled ? 1 : 0;
}
