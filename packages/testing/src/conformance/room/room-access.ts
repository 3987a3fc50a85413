import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { newMessage, send } from './message.ts';

/**
 * Proves that no one can use a room of another ticket, or learn that it exists: every route returns the same error as for
 * an unknown room, and the room stays as it was.
 */
export const roomAccess = (desk: Desk) =>
  describe('the room of another ticket', () => {
    const calls = [
      ['getRoom', {}],
      ['listMessages', {}],
      ['sendMessage', { json: newMessage() }],
      ['setReadPosition', { json: { seq: 1 } }],
    ] as const;

    it.each(calls)('looks to %s like an unknown room', async (name, options) => {
      const { agent, customer, params } = await desk.assignedTicket();
      await send(customer, params, { text: 'confidential' });
      await agent.ok('setOffline', 200);
      const others = [
        await desk.onlineAgent({ capacity: 0 }),
        await desk.signIn({ role: 'customer', sub: customer.id }),
        await desk.signIn({ role: 'customer', sub: customer.id, room: crypto.randomUUID() }),
        await desk.signIn({ role: 'agent', room: params.roomID }),
      ];
      for (const other of others) {
        const error = await other.refused(name, 'room_not_found', { ...options, params });
        const unknown = await other.refused(name, 'room_not_found', {
          ...options,
          params: { roomID: crypto.randomUUID() },
        });
        expect({ ...error, id: '' }).toEqual({ ...unknown, id: '' });
      }
      const { lastSeq, reads } = await customer.ok('getRoom', 200, { params });
      expect({ lastSeq, reads }).toEqual({ lastSeq: 1, reads: [] });
    });

    it('includes a room whose ticket was transferred to another agent', async () => {
      const { agent, params } = await desk.assignedTicket();
      await agent.ok('setOffline', 200);
      const next = await desk.onlineAgent();
      await agent.ok('transferTicket', 200, { params, json: { agentId: next.id } });
      await agent.refused('sendMessage', 'room_not_found', { params, json: newMessage() });
      await agent.refused('listMessages', 'room_not_found', { params });
      await send(next, params);
    });
  });
