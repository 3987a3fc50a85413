import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { newMessage, send } from './message.ts';

export const getRoom = (desk: Desk) => {
  describe('GET /v1/rooms/{roomID}', () => {
    it('answers whose room it is and how far it has come', async () => {
      const { agent, customer, ticket, params } = await desk.assignedTicket();
      const room = {
        roomId: params.roomID,
        ticketId: ticket.id,
        isClosed: false,
        lastSeq: 0,
        reads: [],
        agent: { id: agent.id, name: agent.name },
      };
      expect(await customer.ok('getRoom', 200, { params })).toEqual(room);
      await send(customer, params);
      await agent.ok('closeRoom', 200, { params });
      const supervisor = await desk.signIn({ role: 'supervisor' });
      for (const person of [agent, customer, supervisor])
        expect(await person.ok('getRoom', 200, { params })).toEqual({ ...room, isClosed: true, lastSeq: 1 });
    });

    it('has no agent while it waits', async () => {
      const ticket = await desk.createTicket();
      const service = await desk.service();
      const room = await service.ok('getRoom', 200, { params: { roomID: ticket.metadata.roomId } });
      expect(room).not.toHaveProperty('agent');
    });
  });

  describe('PUT /v1/rooms/{roomID}/read', () => {
    it('moves one’s own position on, never back and never beyond the last message', async () => {
      const { agent, customer, params } = await desk.assignedTicket();
      for (let i = 0; i < 3; i += 1) await send(customer, params);
      const read = async (seq: number) =>
        (await agent.ok('setReadPosition', 200, { params, json: { seq } })).reads;
      const position = (seq: number) => [{ role: 'agent', id: agent.id, seq }];
      expect(await read(0)).toEqual([]);
      expect(await read(2)).toEqual(position(2));
      expect(await read(1)).toEqual(position(2));
      expect(await read(99)).toEqual(position(3));
      await customer.ok('setReadPosition', 200, { params, json: { seq: 1 } });
      const { reads } = await customer.ok('getRoom', 200, { params });
      expect(reads).toHaveLength(2);
      expect(reads).toEqual(
        expect.arrayContaining([...position(3), { role: 'customer', id: customer.id, seq: 1 }]),
      );
    });

    it('has nothing to move in a room in which nothing was said', async () => {
      const { agent, params } = await desk.assignedTicket();
      expect(await agent.ok('setReadPosition', 200, { params, json: { seq: 5 } })).toMatchObject({
        reads: [],
        lastSeq: 0,
      });
    });

    it.each([-1, 1.5, '1', null])('takes no position such as %j', async (seq) => {
      const { agent, params } = await desk.assignedTicket();
      const error = await agent.refused('setReadPosition', 'body_invalid', { params, json: { seq } });
      expect(error?.source).toEqual({ pointer: '/seq' });
    });
  });

  describe('someone else’s room', () => {
    const calls = [
      ['getRoom', {}],
      ['listMessages', {}],
      ['sendMessage', { json: newMessage() }],
      ['setReadPosition', { json: { seq: 1 } }],
    ] as const;

    it.each(calls)('is to %s as one that there is not', async (name, options) => {
      const { agent, customer, params } = await desk.assignedTicket();
      await send(customer, params, { text: 'for us alone' });
      await agent.ok('setOffline', 200);
      const strangers = [
        await desk.onlineAgent({ capacity: 0 }),
        await desk.signIn({ role: 'customer', sub: customer.id }),
        await desk.signIn({ role: 'customer', sub: customer.id, room: crypto.randomUUID() }),
        await desk.signIn({ role: 'agent', room: params.roomID }),
      ];
      for (const stranger of strangers) {
        const error = await stranger.refused(name, 'room_not_found', { ...options, params });
        const nothing = await stranger.refused(name, 'room_not_found', {
          ...options,
          params: { roomID: crypto.randomUUID() },
        });
        expect({ ...error, id: '' }).toEqual({ ...nothing, id: '' });
      }
      const { lastSeq, reads } = await customer.ok('getRoom', 200, { params });
      expect({ lastSeq, reads }).toEqual({ lastSeq: 1, reads: [] });
    });

    it('is what it becomes to an agent whose ticket has gone to another', async () => {
      const { agent, params } = await desk.assignedTicket();
      await agent.ok('setOffline', 200);
      const next = await desk.onlineAgent();
      await agent.ok('transferTicket', 200, { params, json: { agentId: next.id } });
      await agent.refused('sendMessage', 'room_not_found', { params, json: newMessage() });
      await agent.refused('listMessages', 'room_not_found', { params });
      await send(next, params);
    });
  });
};
