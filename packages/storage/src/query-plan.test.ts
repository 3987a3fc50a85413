import Engine from 'libsql';
import { expect, it, onTestFinished } from 'vitest';
import { operationsOf } from '../scripts/operations.ts';
import { type FreshDatabase, freshDatabase } from '../test/fresh-database.ts';
import { failIfRepeated } from './command/refusing-repeats.ts';
import * as storage from './index.ts';
import { selectEventsOfChange } from './rows/event-row.ts';
import { failIfRevoked } from './token/refusing-revoked.ts';

const operations = operationsOf(storage);

/** Every statement that the package sends, with where it comes from. */
const statements = [
  ...[...operations].flatMap(([name, { steps, answers }]) =>
    [...steps, ...answers].map(({ text }) => [name, text] as const),
  ),
  ['refusingRepeats', failIfRepeated.text] as const,
  ['refusingRevoked', failIfRevoked.text] as const,
  ['publishing', selectEventsOfChange.text] as const,
];

const largeTable = /\b(?:from|join|update)\s+"?(tickets|events|messages)"?(?:\s+(?:as\s+)?"?(\w+)"?)?/gi;

/** The steps of a statement’s plan that read all of `tickets`, `events` or `messages`, under any name. */
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
    const names = new Set([...sql.matchAll(largeTable)].flatMap(([, table, alias]) => [table, alias]));
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

it('finds the commands and queries that the package exports, those of a group included', () => {
  expect(operations.size).toBeGreaterThan(40);
  expect([...operations.keys()]).toEqual(
    expect.arrayContaining(['createTicket', 'setTicketStatus.ERROR', 'listMessages.last', 'sweepBatch']),
  );
});

it('reads all tickets, events or messages in no statement, so that their number does not slow the desk down', async () => {
  const scansOf = openPlans(await freshDatabase());
  const scans = statements.flatMap(([name, text]) =>
    scansOf(text).map((step) => `${name}: ${step} in ${text}`),
  );
  expect(scans).toEqual([]);
});
