import Engine from 'libsql';
import { expect, it } from 'vitest';
import * as storage from '../src/index.ts';
import { bundle } from '../src/migration/bundle.ts';
import { operationsOf } from '../scripts/operations.ts';
import { formatted, planOf, statementsOf } from '../scripts/print-sql.ts';

it('prints statements that SQLite accepts, for every command and query', () => {
  const engine = new Engine(':memory:');
  for (const { sql } of bundle) engine.exec(sql.replaceAll('--> statement-breakpoint', ''));
  for (const name of operationsOf(storage).keys())
    for (const { text } of statementsOf(name)!) expect(() => engine.prepare(formatted(text))).not.toThrow();
  engine.close();
});

it('gives each statement a title, and prints repeated statements once', () => {
  expect(statementsOf('setPickedTime')!.map(({ title }) => title)).toEqual([
    'guard: fails when the command was committed before',
    'step 1 of 3',
    'step 2 of 3',
    'step 3 of 3',
    'answer: agent',
    'answer: ticket',
  ]);
  const titles = statementsOf('sweepBatch')!.map(({ title }) => title);
  expect(titles.filter((title) => title.includes('32 times'))).toHaveLength(1);
});

it('prints parameters by name', () => {
  expect(formatted(statementsOf('getTicket')![0]!.text)).toContain('= :ticketId;');
});

it('prints the query plan of a statement', () => {
  expect(planOf(statementsOf('getTicket')![0]!.text)).toContain('SEARCH tickets USING INDEX');
});

it('finds no statements for an unknown name', () => {
  expect(statementsOf('toString')).toBeUndefined();
});
