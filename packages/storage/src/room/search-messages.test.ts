import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { searchMessages, send } from '../index.ts';

// Proves that no search text is a syntax error of the full-text index. fast-check generates texts of operators, quotes
// and arbitrary characters.
it('accepts every text as words', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
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
        expect(
          await send(db, searchMessages, { words: words.replaceAll('\0', ''), limit: 5 }),
        ).toBeInstanceOf(Array);
    }),
    { numRuns: 500 },
  );
  expect(await send(db, searchMessages, { words: 'world "hel', limit: 5 })).toHaveLength(1);
});

it('finds the new text of a changed message, and no deleted message', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const { roomId } = await desk.createTicket();
  await desk.sendMessage(roomId, { text: 'my card is 4111' });
  await desk.sendMessage(roomId, { text: 'another card' });
  const found = async (words: string) =>
    (await send(db, searchMessages, { words, limit: 5 })).map(({ seq }) => seq);
  expect(await found('card')).toEqual([2, 1]);
  await db.batch([`update messages set text = 'removed' where seq = 1`], 'write');
  expect(await found('4111')).toEqual([]);
  expect(await found('removed')).toEqual([1]);
  await db.batch(['delete from messages where seq = 2'], 'write');
  expect(await found('card')).toEqual([]);
  await db.batch([`insert into messages_text (messages_text) values ('integrity-check')`], 'write');
});
