import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { newMessage, send } from './message.ts';

/**
 * Proves how messages are paged, in both directions, and who sees notes.
 * Seven messages are read in pages of different sizes.
 */
export const listMessages = (desk: Desk) =>
  describe('listMessages (GET /v1/rooms/{roomID}/messages)', () => {
    it('returns the newest messages, then older pages with `before`', async () => {
      const { customer, agent, params } = await desk.assignedTicket();
      for (let i = 1; i <= 7; i += 1) await send(customer, params, { text: `${i}` });
      const page = async (query: Record<string, number>) => {
        const { messages, hasMore } = await agent.ok('listMessages', 200, { params, query });
        return [messages.map(({ seq }) => seq), hasMore];
      };
      expect(await page({})).toEqual([[1, 2, 3, 4, 5, 6, 7], false]);
      expect(await page({ limit: 3 })).toEqual([[5, 6, 7], true]);
      expect(await page({ limit: 3, before: 5 })).toEqual([[2, 3, 4], true]);
      expect(await page({ limit: 3, before: 2 })).toEqual([[1], false]);
      expect(await page({ before: 1 })).toEqual([[], false]);
    });

    it('returns the messages after a number with `after`, in order and without a gap', async () => {
      const { customer, agent, params } = await desk.assignedTicket();
      for (let i = 1; i <= 7; i += 1) await send(customer, params, { text: `${i}` });
      const page = async (query: Record<string, number>) => {
        const { messages, hasMore } = await agent.ok('listMessages', 200, { params, query });
        return [messages.map(({ text }) => text), hasMore];
      };
      expect(await page({ after: 0, limit: 3 })).toEqual([['1', '2', '3'], true]);
      expect(await page({ after: 3, limit: 4 })).toEqual([['4', '5', '6', '7'], false]);
      expect(await page({ after: 7 })).toEqual([[], false]);
      expect(await page({ after: 999_999_999_999_999 })).toEqual([[], false]);
      expect(await page({ after: 2, before: 5 })).toEqual([['3', '4'], false]);
    });

    it('shows notes to agents, supervisors and services, not to the customer', async () => {
      const { customer, agent, params } = await desk.assignedTicket();
      await send(customer, params);
      const note = await send(agent, params, { kind: 'note', text: 'a difficult one' });
      await send(agent, params);
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const service = await desk.service();
      for (const person of [agent, supervisor, service]) {
        const { messages } = await person.ok('listMessages', 200, { params });
        expect(messages).toHaveLength(3);
        expect(messages[1]).toEqual(note);
      }
      const shown = await customer.ok('listMessages', 200, { params });
      expect(shown.messages.map(({ kind }) => kind)).toEqual(['message', 'message']);
      expect(shown.hasMore).toBe(false);
      const paged = await customer.ok('listMessages', 200, { params, query: { after: 1, limit: 1 } });
      expect(paged).toMatchObject({ messages: [{ seq: 2 }], hasMore: false });
    });

    it('gives a message the same number when the customer sends it again after a note', async () => {
      const { customer, agent, params } = await desk.assignedTicket();
      const json = newMessage();
      const note = () => send(agent, params, { kind: 'note', text: 'internal' });
      await note();
      const first = await customer.ok('sendMessage', 201, { params, json });
      await note();
      const again = await customer.ok('sendMessage', 200, { params, json });
      expect([first.seq, again.seq]).toEqual([1, 1]);
    });

    it('numbers the messages that the customer gets without a gap, and pages by these numbers', async () => {
      const { customer, agent, params } = await desk.assignedTicket();
      for (let i = 1; i <= 5; i += 1) {
        await send(agent, params, { kind: 'note', text: `note ${i}` });
        const { seq } = await send(customer, params, { text: `${i}` });
        expect(seq).toBe(i);
      }
      await send(agent, params, { kind: 'note', text: 'the last one' });
      const page = async (query: Record<string, number>) => {
        const { messages, hasMore } = await customer.ok('listMessages', 200, { params, query });
        expect(messages.map(({ text }) => text)).toEqual(messages.map(({ seq }) => String(seq)));
        return [messages.map(({ seq }) => seq), hasMore];
      };
      expect(await page({})).toEqual([[1, 2, 3, 4, 5], false]);
      expect(await page({ limit: 2 })).toEqual([[4, 5], true]);
      expect(await page({ limit: 2, before: 4 })).toEqual([[2, 3], true]);
      expect(await page({ limit: 2, before: 2 })).toEqual([[1], false]);
      expect(await page({ limit: 3, after: 0 })).toEqual([[1, 2, 3], true]);
      expect(await page({ limit: 3, after: 3 })).toEqual([[4, 5], false]);
      expect(await page({ after: 1, before: 4 })).toEqual([[2, 3], false]);
      const { messages } = await agent.ok('listMessages', 200, { params });
      expect(messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    });
  });
