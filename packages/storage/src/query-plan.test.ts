import Engine from 'libsql';
import { expect, it, onTestFinished } from 'vitest';
import { everyCommand } from '../test/every-command.ts';
import { type FreshDatabase, freshDatabase } from '../test/fresh-database.ts';

type Sent = { by: string; sql: string };

/** Every statement that the package sends, once, with the command that sent it first. */
async function everyStatement(db: FreshDatabase): Promise<Sent[]> {
  const sent = new Map<string, Sent>();
  let by = 'the start';
  const commands = await everyCommand({
    batch: (statements, mode) => {
      for (const statement of statements) {
        const sql = typeof statement === 'string' ? statement : statement.sql;
        if (!sent.has(sql)) sent.set(sql, { by, sql });
      }
      return db.batch(statements, mode);
    },
  });
  for (const [name, run] of Object.entries(commands)) {
    by = name;
    await run();
  }
  return [...sent.values()];
}

const named = /\b(?:from|join|update)\s+"?(tickets|events|messages)"?(?:\s+(?:as\s+)?"?(\w+)"?)?/gi;

/** Which steps of a statement’s plan read all of `tickets`, `events` or `messages`, under whatever name. */
function openPlans({ url }: FreshDatabase) {
  const engine = new Engine(url.slice('file:'.length));
  onTestFinished(() => void engine.close());
  const partial = new Set(
    engine
      .prepare(`select name from sqlite_master where type = 'index' and sql like '%) WHERE %'`)
      .all()
      .map((row) => (row as { name: string }).name),
  );
  return (sql: string): string[] => {
    const names = new Set([...sql.matchAll(named)].flatMap(([, table, alias]) => [table, alias]));
    return engine
      .prepare(`explain query plan ${sql}`)
      .all()
      .map((row) => (row as { detail: string }).detail)
      .filter((step) => {
        const [, name, index] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(step) ?? [];
        return name !== undefined && names.has(name) && !partial.has(index ?? '');
      });
  };
}

it('reads all tickets, all events or all messages nowhere: their number must not slow the desk down', async () => {
  const db = await freshDatabase();
  const sent = await everyStatement(db);
  const scansOf = openPlans(db);
  const scans = sent.flatMap(({ by, sql }) => scansOf(sql).map((step) => `${by}: ${step} in ${sql}`));
  expect(scans).toEqual([]);
});
