import { expect, it, onTestFinished } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openFileDatabase } from '../node/open-file-database.ts';
import { bundle } from './bundle.ts';
import { applyMigrations } from './migrate.ts';

const insert = (ticketId: string, seq: number, kind: string) => ({
  sql: `insert into messages (ticket_id, seq, client_message_id, kind, sender_role, sender_id, attachments, at, change_id)
    values (?1, ?2, ?2, ?3, 'agent', 'ann', '[]', 0, ?1 || ?2)`,
  args: [ticketId, seq, kind],
});

const posted = (ticketId: string, seq: number, customerSeq: number | null) => ({
  sql: `insert into events (type, at, change_id, subject_id, ticket_id, actor_role, actor_id, customer_seq, data)
    values ('message.posted', 0, ?1 || ?2, ?1, ?1, 'agent', 'ann', ?3, json_object('seq', ?2))`,
  args: [ticketId, seq, customerSeq],
});

it('gives the warnings that were stored before ids without the number in the room', async () => {
  const { url } = await freshDatabase();
  const db = await openFileDatabase({ url: `${url}-before` });
  onTestFinished(() => db.close());
  const index = bundle.findIndex(({ name }) => name.endsWith('warning_ids'));
  await applyMigrations(db, () => 0, bundle.slice(0, index));
  const warning = `insert into messages (
      ticket_id, seq, customer_seq, client_message_id, kind, sender_role, sender_id, attachments, at, change_id)
    values ('a', 5, 2, 'auto-close-5', 'system', 'system', 'auto-close', '[]', 0, 'c')`;
  const idsOf = async () =>
    (await db.batch(['select client_message_id from messages order by seq'], 'read'))[0]!.rows;
  await db.batch([warning, insert('a', 6, 'message')], 'write');
  const [, other] = await idsOf();
  await applyMigrations(db, () => 0);
  expect(await idsOf()).toEqual([['auto-close-warning-2'], other]);
});

it('numbers the messages that were stored before, without notes, in each room', async () => {
  const { url } = await freshDatabase();
  const db = await openFileDatabase({ url: `${url}-before` });
  onTestFinished(() => db.close());
  const index = bundle.findIndex(({ name }) => name.endsWith('customer_numbers'));
  await applyMigrations(db, () => 0, bundle.slice(0, index));
  await db.batch(
    [
      insert('a', 1, 'note'),
      insert('a', 2, 'message'),
      insert('b', 1, 'system'),
      insert('a', 3, 'note'),
      insert('a', 4, 'system'),
      posted('a', 3, null),
      posted('a', 4, 5),
    ],
    'write',
  );
  await applyMigrations(db, () => 0);
  const rowsOf = async (sql: string) => (await db.batch([sql], 'read'))[0]!.rows;
  expect(await rowsOf('select ticket_id, seq, customer_seq from messages order by ticket_id, seq')).toEqual([
    ['a', 1, null],
    ['a', 2, 1],
    ['a', 3, null],
    ['a', 4, 2],
    ['b', 1, 1],
  ]);
  expect(await rowsOf('select customer_message_seq from events order by seq')).toEqual([[null], [2]]);
});
