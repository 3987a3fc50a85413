import { readFileSync, writeFileSync } from 'node:fs';

/** The text of a module with all migrations. Workers cannot read the files that drizzle-kit writes. */
export function bundledMigrations(): string {
  const folder = new URL('../migrations/', import.meta.url);
  const journal: { entries: { idx: number; tag: string }[] } = JSON.parse(
    readFileSync(new URL('meta/_journal.json', folder), 'utf8'),
  );
  const migrations = journal.entries.map(({ idx, tag }) => ({
    id: idx + 1,
    name: tag,
    sql: readFileSync(new URL(`${tag}.sql`, folder), 'utf8'),
  }));
  return `// Written by \`pnpm --filter @chat-ticket/storage migrations\` from migrations/.

/** Every migration, in order. */
export const bundle: readonly { id: number; name: string; sql: string }[] = ${JSON.stringify(migrations, null, 2)};
`;
}

if (import.meta.main)
  writeFileSync(new URL('../src/migration/bundle.ts', import.meta.url), bundledMigrations());
