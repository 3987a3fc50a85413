import { type SearchPhrase, searchPhrases, searchTerms } from '@chat-ticket/domain';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { type Database, searchMessages, send } from '../index.ts';

/** Searches, and returns the `seq` of each match. */
const finderOf = (db: Database) => async (search: string) =>
  (await send(db, searchMessages, { search, before: null, limit: 5 })).messages.map(({ seq }) => seq);

/** A file with a name. */
const named = (name?: string) => ({
  url: 'https://files.example/1',
  type: 'image/png',
  ...(name !== undefined && { name }),
});

/** Fails unless the full-text index contains what the messages contain. */
const checkIndex = (db: Database) =>
  db.batch([`insert into messages_text (messages_text, rank) values ('integrity-check', 1)`], 'write');

// Proves that no search text is a syntax error of the full-text index. fast-check generates texts of operators, quotes
// and arbitrary characters.
it('accepts every text as words', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const find = finderOf(db);
  const { roomId } = await desk.createTicket();
  await desk.sendMessage(roomId, { text: 'hello world' });
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom('"', '(', ')', ':', '*', '^', '-', '+', '{', 'AND', 'NOT', 'NEAR', 'text', ' ', ','),
      )
      .map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      for (const words of [text, `hello ${text}`, `${text} hello`])
        expect(await find(words.replaceAll('\0', ''))).toBeInstanceOf(Array);
    }),
    { numRuns: 500 },
  );
  expect(await find('world " hel')).toHaveLength(1);
});

it('does not find the old text of a changed message, finds the new one after a sweep, and no deleted message', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const { roomId } = await desk.createTicket();
  await desk.sendMessage(roomId, { text: 'my card is 4111' });
  await desk.sendMessage(roomId, { text: 'another card' });
  const found = finderOf(db);
  expect(await found('card')).toEqual([2, 1]);
  await db.batch([`update messages set text = 'removed' where seq = 1`], 'write');
  expect(await found('4111')).toEqual([]);
  expect(await found('removed')).toEqual([]);
  await desk.sweepAfter(0);
  expect(await found('removed')).toEqual([1]);
  await db.batch(['delete from messages where seq = 2'], 'write');
  expect(await found('card')).toEqual([]);
  await checkIndex(db);
});

it('finds the names of the files as they are now', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const { roomId } = await desk.createTicket();
  const files = Array.from({ length: 30 }, (_, i) => named(`scan_${i}.png`));
  await desk.sendMessage(roomId, { text: null, attachments: [named(), named('receipt "May", null.pdf')] });
  await desk.sendMessage(roomId, { text: 'null and void', attachments: [named(), ...files] });
  const found = finderOf(db);
  expect(await found('receipt')).toEqual([1]);
  expect(await found('void scan_29.png')).toEqual([2]);
  expect(await found('scan_29.png receipt')).toEqual([]);
  expect(await found('null')).toEqual([2, 1]);
  // No phrase begins in the text and ends in a name.
  expect(await found('"void scan"')).toEqual([]);
  await db.batch([`update messages set attachments = '[{"name":"invoice.pdf"}]' where seq = 1`], 'write');
  expect(await found('receipt')).toEqual([]);
  await desk.sweepAfter(0);
  expect(await found('receipt')).toEqual([]);
  expect(await found('invoice.pdf')).toEqual([1]);
  await db.batch([`update messages set text = 'removed', attachments = '[]'`], 'write');
  await desk.sweepAfter(0);
  expect(await found('invoice')).toEqual([]);
  expect(await found('scan')).toEqual([]);
  expect(await found('removed')).toEqual([2, 1]);
  await db.batch([`delete from messages`], 'write');
  await checkIndex(db);
});

it('returns each message once in pages, while messages arrive', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const rooms = await Promise.all([desk.createTicket(), desk.createTicket()]);
  for (let i = 1; i <= 25; i++) await desk.sendMessage(rooms[i % 2]!.roomId, { text: `order ${i}` });
  const pageBefore = (before: number | null) =>
    send(db, searchMessages, { search: 'order', before, limit: 5 });
  const pages = [await pageBefore(null)];
  while (pages.at(-1)!.hasMore) {
    await desk.sendMessage(rooms[0]!.roomId, { text: 'order, which is new' });
    pages.push(await pageBefore(pages.at(-1)!.messages.at(-1)!.id));
  }
  expect(pages).toHaveLength(5);
  expect(pages.flatMap(({ messages }) => messages.map(({ text }) => text))).toEqual(
    Array.from({ length: 25 }, (_, i) => `order ${25 - i}`),
  );
});

// Proves that the SQL finds what the rule says: each search, and each message in which it finds something.
it('finds a message exactly if its terms have each phrase', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const { roomId } = await desk.createTicket();
  const words = fc.constantFrom(
    'late',
    'Order',
    '訂單',
    '我的訂',
    '單',
    'ไก่',
    'ไก',
    '😡',
    'crème',
    '4711-2',
    'ord',
    'दाल',
    '"',
    '*',
    ' ',
  );
  const texts = fc.array(words, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
  const sent: string[] = [];
  await fc.assert(
    fc.asyncProperty(texts, texts, async (text, search) => {
      await desk.sendMessage(roomId, { text });
      sent.push(text);
      const { messages } = await send(db, searchMessages, { search, before: null, limit: 5_000 });
      const expected = sent.filter((own) => containsAll(own, search));
      expect(messages.map((message) => message.text)).toEqual(expected.toReversed());
    }),
    { numRuns: 200 },
  );
});

const containsAll = (text: string, search: string): boolean => {
  const phrases = searchPhrases(search);
  const terms = searchTerms(text).map(({ term }) => term);
  const isAt = (at: number, phrase: SearchPhrase) =>
    phrase.terms.every((term, i) =>
      i === phrase.terms.length - 1 && phrase.isPrefix
        ? terms[at + i]?.startsWith(term)
        : terms[at + i] === term,
    );
  return phrases.length > 0 && phrases.every((phrase) => terms.some((_, at) => isAt(at, phrase)));
};

// The index shortens a term by the beginning that it shares with the term before, so each begins differently.
const canary = (i: number) => `${[...String(i)].toReversed().join('')}canary${i}x`;

// Later commands erase messages byte by byte.
it('leaves no byte of an erased text in the index', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const { roomId } = await desk.createTicket();
  for (let i = 0; i < 300; i++) await desk.sendMessage(roomId, { text: `${canary(i)} 訂單 word` });
  await db.batch(
    [`update messages set text = null where seq % 2 = 0`, 'delete from messages where seq = 7'],
    'write',
  );
  const holds = async (word: string) =>
    (
      await db.batch(
        [
          {
            sql: 'select count(*) from messages_text_data where instr(block, cast(? as blob)) > 0',
            args: [word],
          },
        ],
        'read',
      )
    )[0]!.rows[0]![0];
  for (const i of [1, 6, 299]) expect(await holds(`canary${i}x`), `${i}`).toBe(0);
  expect(await holds('canary298x')).toBe(1);
  expect(await finderOf(db)(canary(298))).toEqual([299]);
  await checkIndex(db);
});
