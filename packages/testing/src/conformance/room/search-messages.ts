import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { send } from './message.ts';
import { newWord, searchFor } from './search.ts';

/** Whether a text of these words contains every word of `q`, and a word that begins with the last one. */
const matches = (q: string, text: readonly string[]): boolean => {
  const words = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const last = words.pop();
  return (
    last !== undefined &&
    words.every((word) => text.includes(word)) &&
    text.some((word) => word.startsWith(last))
  );
};

/** A file with a name. */
const fileOf = (name?: string) => ({
  url: 'https://files.example/1',
  type: 'application/pdf',
  ...(name !== undefined && { name }),
});

/**
 * Proves what a search finds and in which order, and that no input is taken as an operator of the database’s query
 * language. Each test sends messages with a new random word and searches for it.
 */
export const searchMessages = (desk: Desk) => {
  const { page, search } = searchFor(desk);
  describe('searchMessages (GET /v1/messages/search)', () => {
    it('finds messages and notes, newest first', async () => {
      const { agent, customer, ticket, params } = await desk.assignedTicket();
      const word = newWord();
      const first = await send(customer, params, { text: `My ${word} is late` });
      const second = await send(agent, params, { kind: 'note', text: `The ${word} again!` });
      const found = { roomId: params.roomID, ticketId: ticket.id };
      expect(await search(word)).toEqual([
        { ...found, message: second, snippet: `The ⟦${word}⟧ again!` },
        { ...found, message: first, snippet: `My ⟦${word}⟧ is late` },
      ]);
      expect(await search(word, 1)).toMatchObject([{ message: second }]);
    });

    it('matches all words in any order and letter case, and the last word by its beginning', async () => {
      const { customer, params } = await desk.assignedTicket();
      const word = newWord();
      await send(customer, params, { text: `Crème brûlée from ${word}, order 4711-2` });
      const hits = [
        word,
        word.slice(0, 20),
        `${word} crème`,
        `${word} CREME`,
        `${word} ord`,
        `order ${word}`,
        `${word} 4711-2`,
        `${word} !?! brulee`,
      ];
      for (const q of hits) expect(await search(q), q).toHaveLength(1);
      for (const q of [`${word} rème`, `bru ${word}`, `${word}s`, `${word} 4711-3`])
        expect(await search(q), q).toEqual([]);
    });

    it('takes no input as an operator', async () => {
      const { customer, params } = await desk.assignedTicket();
      const word = newWord();
      await send(customer, params, { text: `${word} OR nothing` });
      const searchRoom = async (q: string) =>
        (await search(q)).filter(({ roomId }) => roomId === params.roomID);
      const extras = [
        '"',
        '""',
        "'",
        '(',
        'text:',
        '-',
        '*',
        '^',
        'NEAR(',
        'AND',
        'NOT',
        '{',
        '\\',
        '%',
        ';',
        '+',
      ];
      const alone = extras.filter((extra) => /\w/.test(extra));
      const queries = extras.flatMap((extra) => [
        `${word} ${extra}`,
        `${extra} ${word}`,
        `${extra}${word}`,
        `${word}${extra}`,
      ]);
      for (const q of [...queries, ...alone])
        expect(await searchRoom(q), q).toHaveLength(matches(q, [word, 'or', 'nothing']) ? 1 : 0);
      expect(await search(`${word} OR other`)).toEqual([]);
      expect(await search(`${word} NOT nothing`)).toEqual([]);
      expect(await search(`"${word}"`)).toHaveLength(1);
    });

    it('finds the names of the files', async () => {
      const { customer, params } = await desk.assignedTicket();
      const word = newWord();
      const attachments = [fileOf(), fileOf(`${word} scan.pdf`), fileOf('last.png')];
      const files = await send(customer, params, { text: undefined, attachments });
      const both = await send(customer, params, {
        text: `The ${word} again`,
        attachments: [fileOf('Crème.pdf')],
      });
      expect(await search(`${word} scan.pdf`)).toMatchObject([
        { message: files, snippet: `⟦${word}⟧ ⟦scan.pdf⟧, last.png` },
      ]);
      expect(await search(`${word} last`)).toHaveLength(1);
      expect(await search(`again ${word} creme.pdf`)).toMatchObject([{ message: both }]);
      expect(await search(word)).toMatchObject([{ message: both }, { message: files }]);
    });

    it('returns 50 matches and the cursor of the others, if the request sets no limit', async () => {
      const { customer, params } = await desk.assignedTicket();
      const word = newWord();
      for (let i = 1; i <= 51; i++) await send(customer, params, { text: `${word} ${i}` });
      const first = await page({ q: word });
      expect(first.results).toHaveLength(50);
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const query = { q: word, cursor: first.nextCursor! };
      const last = await supervisor.ok('searchMessages', 200, { query });
      expect(last).toMatchObject({ results: [{ message: { text: `${word} 1` } }] });
      expect(last).not.toHaveProperty('nextCursor');
    });

    it('finds phrases and beginnings of words', async () => {
      const { customer, params } = await desk.assignedTicket();
      const word = newWord();
      const first = await send(customer, params, { text: `${word}: my order is late, order 4711-2` });
      const second = await send(customer, params, { text: `${word} is my late order` });
      for (const [q, messages] of [
        [`${word} "my order"`, [first]],
        [`"my late order" ${word}`, [second]],
        [`${word} “late order”`, [second, first]],
        [`"late ord" ${word}`, []],
        [`"late ord"* ${word}`, [second, first]],
        [`lat* ${word}`, [second, first]],
        [`lat ${word}`, []],
        [`47* ${word}`, [first]],
        [`"${word}`, [second, first]],
        [`"${word} is"`, [second]],
      ] as const)
        expect(await search(q), q).toMatchObject(messages.map((message) => ({ message })));
    });

    it.each([
      ['an empty text', ''],
      ['spaces', '   '],
      ['punctuation', '!!! "*" -'],
      ['signs', '€ % + ‼️'],
      ['tatweel', 'ـــ'],
      ['a combining mark', '\u0301'],
      ['a NUL character', '\0'],
      ['257 characters', 'a'.repeat(257)],
    ])('refuses %s as `q`', async (_, q) => {
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const error = await supervisor.refused('searchMessages', 'parameter_invalid', { query: { q } });
      expect(error?.source).toEqual({ parameter: 'q' });
    });

    it('refuses a request without `q`, and says so', async () => {
      const admin = await desk.signIn({ role: 'admin' });
      const error = await admin.refused('searchMessages', 'parameter_invalid');
      expect(error).toMatchObject({ source: { parameter: 'q' }, detail: '`q` is required.' });
    });
  });
};
