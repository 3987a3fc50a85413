import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { newMessage, send } from './message.ts';

export const sendMessage = (desk: Desk) =>
  describe('POST /v1/rooms/{roomID}/messages', () => {
    it('answers the message with its number in the room, its sender and its time', async () => {
      const { agent, customer, params } = await desk.assignedTicket();
      const attachments = [
        { url: 'https://files.example/a.png', type: 'image/png', name: 'a.png', size: 12 },
        { url: 'https://files.example/b', type: 'application/pdf' },
      ];
      const asked = newMessage({ text: 'Where is my order? 🛵', attachments });
      const first = await customer.ok('sendMessage', 201, { params, json: asked });
      expect(first).toEqual({
        ...asked,
        seq: 1,
        kind: 'message',
        from: { role: 'customer', id: customer.id, name: customer.name },
        timestamp: expect.any(Number),
        timestampMs: expect.any(Number),
      });
      expect(first.timestamp).toBe(Math.floor(first.timestampMs / 1000));
      const second = await send(agent, params);
      expect(second).toMatchObject({ seq: 2, from: { role: 'agent', id: agent.id, name: agent.name } });
    });

    it.each([
      ['customer', 'note'],
      ['customer', 'system'],
      ['agent', 'system'],
      ['supervisor', 'system'],
      ['service', 'note'],
    ] as const)('lets no %s say a %s', async (role, kind) => {
      const { agent, customer, params } = await desk.assignedTicket();
      const people = { agent, customer, supervisor: await desk.signIn({ role: 'supervisor' }) };
      const person = role === 'service' ? await desk.service() : people[role];
      const error = await person.refused('sendMessage', 'role_not_allowed', {
        params,
        json: newMessage({ kind }),
      });
      expect(error?.source).toEqual({ pointer: '/kind' });
    });

    it.each([
      ['agent', 'note'],
      ['supervisor', 'message'],
      ['supervisor', 'note'],
      ['admin', 'note'],
      ['service', 'message'],
      ['service', 'system'],
    ] as const)('lets a %s say a %s', async (role, kind) => {
      const { agent, params } = await desk.assignedTicket();
      const person = role === 'agent' ? agent : await desk.signIn({ role });
      expect(await send(person, params, { kind })).toMatchObject({ seq: 1, kind, from: { role } });
    });

    it('is once only, however often and at once it is sent', async () => {
      const { customer, params } = await desk.assignedTicket();
      const json = newMessage({ text: 'only once' });
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => customer.call('sendMessage', { params, json })),
      );
      const statuses = answers.map(({ status }) => status).toSorted();
      expect(statuses).toEqual([...Array(19).fill(200), 201]);
      for (const answer of answers) expect(answer.json).toEqual(answers[0]?.json);
      const { messages: kept } = await customer.ok('listMessages', 200, { params });
      expect(kept).toEqual([answers[0]?.json]);
    });

    it('numbers what many say at once without a gap', async () => {
      const { agent, customer, params } = await desk.assignedTicket();
      const said = await Promise.all(
        Array.from({ length: 30 }, (_, i) => send(i % 2 ? agent : customer, params, { text: `${i}` })),
      );
      const numbers = said.map(({ seq }) => seq).toSorted((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
      const { messages: kept } = await agent.ok('listMessages', 200, { params });
      expect(kept).toEqual(said.toSorted((a, b) => a.seq - b.seq));
    });

    it('takes an id once for each sender, and not for another message', async () => {
      const { agent, customer, params } = await desk.assignedTicket();
      const json = newMessage();
      await customer.ok('sendMessage', 201, { params, json });
      expect(await agent.ok('sendMessage', 201, { params, json })).toMatchObject({ seq: 2 });
      for (const other of [{ text: 'other' }, { attachments: [{ url: 'https://a.example', type: 'a/b' }] }]) {
        const error = await customer.refused('sendMessage', 'client_message_id_reused', {
          params,
          json: { ...json, ...other },
        });
        expect(error?.source).toEqual({ pointer: '/clientMessageId' });
      }
    });

    it('is refused in a closed room, which still answers what was said before, and keeps it', async () => {
      const { agent, customer, params } = await desk.assignedTicket();
      const json = newMessage();
      const said = await customer.ok('sendMessage', 201, { params, json });
      await agent.ok('closeRoom', 200, { params });
      await customer.refused('sendMessage', 'room_closed', { params, json: newMessage() });
      await agent.refused('sendMessage', 'room_closed', { params, json: newMessage({ kind: 'note' }) });
      expect(await customer.ok('sendMessage', 200, { params, json })).toEqual(said);
      expect(await customer.ok('listMessages', 200, { params })).toEqual({
        messages: [said],
        hasMore: false,
      });
    });

    it('reaches a room that waits for an agent, who then reads it', async () => {
      const ticket = await desk.createTicket();
      const params = { roomID: ticket.metadata.roomId };
      const customer = await desk.signIn({ role: 'customer', room: params.roomID });
      const said = await send(customer, params);
      const agent = await desk.onlineAgent();
      expect(await agent.ok('listMessages', 200, { params })).toMatchObject({ messages: [said] });
    });

    it('leaves the version of the ticket alone, so that a customer’s words fail no change of it', async () => {
      const { customer, params } = await desk.assignedTicket();
      const service = await desk.service();
      const { headers } = await service.call('getTicket', { params });
      await send(customer, params);
      expect((await service.call('getTicket', { params })).headers.get('ETag')).toBe(headers.get('ETag'));
    });
  });
