import Engine from 'libsql';
import { expect, it, onTestFinished } from 'vitest';
import { operationsOf } from '../scripts/operations.ts';
import { type FreshDatabase, freshDatabase } from '../test/fresh-database.ts';
import { failIfRepeated } from './command/refusing-repeats.ts';
import * as storage from './index.ts';
import { selectEventsOfChange } from './rows/event-row.ts';
import { failIfRevoked } from './token/refusing-revoked.ts';

// Proves that no statement becomes slower as tickets, events, messages and facts accumulate. SQLite explains every statement
// of every exported command and query on an empty database. A plan may scan a large table only by a partial index,
// which contains few of its rows.

const operations = operationsOf(storage);

/** Every statement that the package sends, with the name of its command, query or decorator. */
const statements = [
  ...[...operations].flatMap(([name, { steps, answers }]) =>
    [...steps, ...answers].map(({ text }) => [name, text] as const),
  ),
  ['refusingRepeats', failIfRepeated.text] as const,
  ['refusingRevoked', failIfRevoked.text] as const,
  ['publishing', selectEventsOfChange.text] as const,
];

const largeTable =
  /\b(?:from|join|update)\s+"?(tickets|events|messages|ticket_facts|ticket_intervals|agent_intervals)"?(?:\s+(?:as\s+)?"?(\w+)"?)?/gi;

/** Returns the steps of a statement’s plan that read all of `tickets`, `events`, `messages` or the facts, under any alias. */
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
    const aliases = new Set([...sql.matchAll(largeTable)].flatMap(([, table, alias]) => [table, alias]));
    return engine
      .prepare(`explain query plan ${sql}`)
      .all()
      .map((row) => (row as { detail: string }).detail)
      .filter((step) => {
        const [, name, index] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(step) ?? [];
        return name !== undefined && aliases.has(name) && !partial.has(index ?? '');
      });
  };
}

it('checks the commands and queries that the package exports, also those in a group', () => {
  expect(operations.size).toBeGreaterThan(40);
  expect([...operations.keys()]).toEqual(
    expect.arrayContaining(['createTicket', 'setTicketStatus.ERROR', 'listMessages.last', 'sweepBatch']),
  );
});

it('reads a whole large table in no statement, so that the number of tickets does not slow the desk down', async () => {
  const scansOf = openPlans(await freshDatabase());
  const scans = statements.flatMap(([name, text]) =>
    scansOf(text).map((step) => `${name}: ${step} in ${text}`),
  );
  expect(scans).toEqual([]);
});
