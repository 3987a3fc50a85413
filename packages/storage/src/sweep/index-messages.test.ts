import { Settings } from '@chat-ticket/contract';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { type Database, getUnindexed, indexBatch, putSettings, searchMessages, send } from '../index.ts';
import { termsOf } from '../rows/message-texts.ts';

/** A desk with messages `word 1`, `word 2` and so on that no index contains. */
async function openUnindexed(count: number) {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const { roomId, id } = await desk.createTicket();
  const insert = {
    sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
      insert into messages (ticket_id, seq, client_message_id, kind, sender_role, sender_id, text, attachments, at, change_id)
      select ?, i, i, 'message', 'customer', 'c', 'wörd ' || i, '[]', 0, i from n`,
    args: [count, id],
  };
  await db.batch([insert], 'write');
  const addRange = `insert into search_backlog (last_id, first_id) select max(id), 1 from messages`;
  await db.batch([addRange], 'write');
  return { db, desk, roomId };
}

const findPage = (db: Database, search: string, before: number | null) =>
  send(db, searchMessages, { search, before, limit: 10_000 });
/** The messages of all pages. */
const find = async (db: Database, search: string) => {
  let page = await findPage(db, search, null);
  const { isIndexing } = page;
  const seqs = page.messages.map(({ seq }) => seq);
  while (page.hasMore) {
    page = await findPage(db, search, page.messages.at(-1)!.id);
    seqs.push(...page.messages.map(({ seq }) => seq));
  }
  return { seqs, isIndexing };
};
const backlogOf = async (db: Database) =>
  (await db.batch(['select first_id, last_id from search_backlog order by last_id'], 'read'))[0]!.rows;

it('indexes the newest messages first, a bounded number in a sweep, and says when it is done', async () => {
  const { db, desk } = await openUnindexed(1_250);
  expect(await find(db, 'word')).toEqual({ seqs: [], isIndexing: true });
  const first = await desk.sweepAfter(1);
  expect(first.nextDueAt).toBeLessThanOrEqual(1_000);
  expect(await find(db, 'word')).toEqual({
    seqs: Array.from({ length: 500 }, (_, i) => 1_250 - i),
    isIndexing: true,
  });
  await desk.sweepAfter(1);
  await desk.sweepAfter(1);
  const { seqs, isIndexing } = await find(db, 'word');
  expect(seqs).toHaveLength(1_250);
  expect(isIndexing).toBe(false);
  expect(await backlogOf(db)).toEqual([]);
});

it('reads at most 128 KiB of text and one more message in a batch', async () => {
  const { db, desk } = await openUnindexed(60);
  await db.batch([`update messages set text = printf('%.*c', 8000, 'x')`], 'write');
  expect((await send(db, getUnindexed, {})).messages.length).toBeLessThan(20);
  for (let sweeps = 0; sweeps < 40; sweeps++) await desk.sweepAfter(1);
  expect(await backlogOf(db)).toEqual([]);
});

it('keeps a message that changes while it is indexed for the next batch', async () => {
  const { db, desk } = await openUnindexed(3);
  const { range, messages } = await send(db, getUnindexed, {});
  const items = messages.map(({ id, text, attachments }) => ({
    id,
    text,
    attachments,
    terms: termsOf({ text, attachments: [] }),
  }));
  await db.batch([`update messages set text = 'changed' where seq in (1, 3)`], 'write');
  await send(db, indexBatch, { ...desk.context(), ...range!, items, reachedId: 1 });
  expect((await find(db, 'word')).seqs).toEqual([2]);
  expect(await backlogOf(db)).toEqual([
    [1, 1],
    [3, 3],
  ]);
  await desk.sweepAfter(1);
  expect((await find(db, 'changed')).seqs).toEqual([3, 1]);
  expect((await find(db, 'word')).seqs).toEqual([2]);
});

it('finds a new message while older ones are not indexed', async () => {
  const { db, desk, roomId } = await openUnindexed(1);
  await db.batch(['update tickets set last_message_seq = 1'], 'write');
  await desk.sendMessage(roomId, { text: 'new word' });
  expect(await find(db, 'word')).toEqual({ seqs: [2], isIndexing: true });
});

it('indexes a message that has no terms', async () => {
  const { db, desk } = await openUnindexed(1);
  await db.batch([`update messages set text = '!?'`], 'write');
  await desk.sweepAfter(1);
  expect(await backlogOf(db)).toEqual([]);
});

it('indexes the warning of an idle chat in the sweep that posts it', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const autoClose = { warnSeconds: 60, closeSeconds: 120, warningText: 'Still thére?' };
  await send(db, putSettings, {
    ...desk.context(),
    settings: v.parse(Settings, { queues: [{ id: 'default', autoClose }] }),
    ifVersion: null,
  });
  await desk.online('ann');
  const { id, roomId } = await desk.createTicket();
  await desk.pick('ann', id);
  await desk.sendMessage(roomId, { actorRole: 'agent', actorId: 'ann', effect: 'starts' });
  await desk.sweepAfter(61_000, 'ann');
  expect(await find(db, 'there')).toEqual({ seqs: [2], isIndexing: false });
});
