import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { type Database, searchMessages, send } from '../index.ts';

/** Searches for words, and returns the `seq` of each match. */
const finderOf = (db: Database) => async (words: string) =>
  (await send(db, searchMessages, { words, before: null, limit: 5 })).messages.map(({ seq }) => seq);

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
  expect(await find('world "hel')).toHaveLength(1);
});

it('finds the new text of a changed message, and no deleted message', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const { roomId } = await desk.createTicket();
  await desk.sendMessage(roomId, { text: 'my card is 4111' });
  await desk.sendMessage(roomId, { text: 'another card' });
  const found = finderOf(db);
  expect(await found('card')).toEqual([2, 1]);
  await db.batch([`update messages set text = 'removed' where seq = 1`], 'write');
  expect(await found('4111')).toEqual([]);
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
  await db.batch([`update messages set attachments = '[{"name":"invoice.pdf"}]' where seq = 1`], 'write');
  expect(await found('receipt')).toEqual([]);
  expect(await found('invoice.pdf')).toEqual([1]);
  await db.batch([`update messages set text = 'removed', attachments = '[]'`], 'write');
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
    send(db, searchMessages, { words: 'order', before, limit: 5 });
  const pages = [await pageBefore(null)];
  while (pages.at(-1)!.nextBefore !== null) {
    await desk.sendMessage(rooms[0]!.roomId, { text: 'order, which is new' });
    pages.push(await pageBefore(pages.at(-1)!.nextBefore));
  }
  expect(pages).toHaveLength(5);
  expect(pages.flatMap(({ messages }) => messages.map(({ text }) => text))).toEqual(
    Array.from({ length: 25 }, (_, i) => `order ${25 - i}`),
  );
});

it.each([
  ['vowel signs of Hindi', ['दाल', 'दिल', 'दल']],
  ['tone marks of Thai', ['ไก', 'ไก่', 'ไก้']],
  ['vowel signs of Bengali', ['কলা', 'কালো', 'কুল']],
  ['vowel signs of Tamil', ['கல்', 'கால்', 'கில்']],
  ['points of Hebrew', ['בַּת', 'בָּת', 'בֵּת']],
  ['points of Arabic', ['عِلم', 'عَلم', 'عُلم']],
  ['voicing marks of Japanese', ['か\u3099く', 'か\u309aく', 'かく']],
])('finds no word that differs in the %s', async (_, words) => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const { roomId } = await desk.createTicket();
  for (const word of words) await desk.sendMessage(roomId, { text: `${word} x` });
  // A word after it, because the last word may be the beginning of a word.
  const found = await Promise.all(words.map((word) => finderOf(db)(`${word} x`)));
  expect(found).toEqual([[1], [2], [3]]);
});

it('finds Latin words without their accents, and words next to emoji', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const { roomId } = await desk.createTicket();
  const found = finderOf(db);
  for (const text of ['Crème brûlée', 'Việt Nam'.normalize('NFD'), '1️⃣ pizza, great❤️'])
    await desk.sendMessage(roomId, { text });
  expect(await found('creme brulee')).toEqual([1]);
  expect(await found('CRÈME'.normalize('NFD'))).toEqual([1]);
  expect(await found('viet nam')).toEqual([2]);
  expect(await found('1 great pizza')).toEqual([3]);
  expect(await found('great❤️ ❤️')).toEqual([3]);
});
