import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { send } from './message.ts';

const unique = () => `w${crypto.randomUUID().replaceAll('-', '')}`;

const searchFor =
  (desk: Desk) =>
  async (q: string, limit = 20) => {
    const supervisor = await desk.signIn({ role: 'supervisor' });
    const { results } = await supervisor.ok('searchMessages', 200, { query: { q, limit } });
    return results;
  };

export const searchMessages = (desk: Desk) => {
  const search = searchFor(desk);
  describe('GET /v1/messages/search', () => {
    it('finds what was said, notes included, newest first', async () => {
      const { agent, customer, ticket, params } = await desk.assignedTicket();
      const word = unique();
      const first = await send(customer, params, { text: `My ${word} is late` });
      const second = await send(agent, params, { kind: 'note', text: `The ${word} again!` });
      const found = { roomId: params.roomID, ticketId: ticket.id };
      expect(await search(word)).toEqual([
        { ...found, message: second, snippet: `The ⟦${word}⟧ again!` },
        { ...found, message: first, snippet: `My ⟦${word}⟧ is late` },
      ]);
      expect(await search(word, 1)).toMatchObject([{ message: second }]);
    });

    it('asks for all words, in any order and case, the last perhaps not whole', async () => {
      const { customer, params } = await desk.assignedTicket();
      const word = unique();
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

    it('takes nothing that is typed as an operator', async () => {
      const { customer, params } = await desk.assignedTicket();
      const word = unique();
      await send(customer, params, { text: `${word} OR nothing` });
      const typed = [
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
      for (const extra of typed)
        for (const q of [`${word} ${extra}`, `${extra} ${word}`, `${extra}${word}`, `${word}${extra}`, extra])
          expect((await search(q)).length, q).toBeLessThanOrEqual(20);
      expect(await search(`${word} OR other`)).toEqual([]);
      expect(await search(`${word} NOT nothing`)).toEqual([]);
      expect(await search(`"${word}"`)).toHaveLength(1);
      expect(await search('!!!')).toEqual([]);
    });

    it.each(['', '   ', '\0', 'a'.repeat(257)])('needs words, not %j', async (q) => {
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const error = await supervisor.refused('searchMessages', 'parameter_invalid', { query: { q } });
      expect(error?.source).toEqual({ parameter: 'q' });
    });

    it('says so when there is no q at all', async () => {
      const admin = await desk.signIn({ role: 'admin' });
      const error = await admin.refused('searchMessages', 'parameter_invalid');
      expect(error).toMatchObject({ source: { parameter: 'q' }, detail: '`q` is required.' });
    });
  });
};
