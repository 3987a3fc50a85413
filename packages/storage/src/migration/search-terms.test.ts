import { expect, it, onTestFinished } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openFileDatabase } from '../node/open-file-database.ts';
import { bundle } from './bundle.ts';
import { sweep } from '../sweep/sweep.ts';
import { applyMigrations, migrate } from './migrate.ts';

const insert = (id: number, text: string | null, attachments: string) => ({
  sql: `insert into messages
      (id, ticket_id, seq, client_message_id, kind, sender_role, sender_id, text, attachments, at, change_id)
    values (?1, 't', ?1, ?1, 'message', 'customer', 'c', ?2, ?3, 0, ?1)`,
  args: [id, text, attachments],
});

it('indexes the messages that were stored before, after the migration', async () => {
  const { url } = await freshDatabase();
  const db = await openFileDatabase({ url: `${url}-before` });
  onTestFinished(() => db.close());
  const before = bundle.slice(
    0,
    bundle.findIndex(({ name }) => name.endsWith('search_terms')),
  );
  await applyMigrations(db, () => 0, before);
  const messages = [
    insert(1, 'मुझे दाल चाहिए', '[]'),
    insert(2, 'मेरा दिल टूट गया', '[{"url":"https://files.example/1","type":"image/png"}]'),
    insert(4, null, '[{"name":"receipt.pdf"},{"type":"image/png"},{"name":"second.png"}]'),
  ];
  await db.batch(messages, 'write');
  expect(await migrate(db, () => 0)).toContain(bundle[before.length]!.name);

  const rowsOf = async (sql: string, ...args: string[]) =>
    (await db.batch([{ sql, args }], 'read'))[0]!.rows.map((row) => row[0]);
  const found = (match: string) =>
    rowsOf('select rowid from messages_text where messages_text match ?', match);
  expect(await found('"दाल"')).toEqual([]);
  expect(await rowsOf('select file_names from messages order by id')).toEqual([
    null,
    null,
    'receipt.pdf, second.png',
  ]);
  await sweep(db, { now: 0, newId: () => crypto.randomUUID() });
  expect(await found('"दाल"')).toEqual([1]);
  expect(await found('"दिल"')).toEqual([2]);
  expect(await found('"second png"')).toEqual([4]);
  expect(await rowsOf('select file_names from messages')).toEqual([null, null, null]);
  expect(await rowsOf('select last_id from search_backlog')).toEqual([]);
  await db.batch([`insert into messages_text (messages_text, rank) values ('integrity-check', 1)`], 'write');
});

it('has nothing to index in a new database', async () => {
  const db = await freshDatabase();
  expect((await db.batch(['select * from search_backlog'], 'read'))[0]!.rows).toEqual([]);
});
