import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { newMessage, send } from './message.ts';

/**
 * Proves how messages are stored and numbered, who may send which kind, and that a repeated request stores none twice.
 * The concurrent cases send 20 or 30 requests at once.
 */
export const sendMessage = (desk: Desk) =>
  describe('sendMessage (POST /v1/rooms/{roomID}/messages)', () => {
    it('returns the message with its number in the room, its sender and its time', async () => {
      const { agent, customer, params } = await desk.assignedTicket();
      const attachments = [
        { url: 'https://files.example/a.png', type: 'image/png', name: 'a.png', size: 12 },
        { url: 'https://files.example/b', type: 'application/pdf' },
      ];
      const message = newMessage({ text: 'Where is my order? 🛵', attachments });
      const first = await customer.ok('sendMessage', 201, { params, json: message });
      expect(first).toEqual({
        ...message,
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
    ] as const)('refuses the role %s a message of kind %s', async (role, kind) => {
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
    ] as const)('lets the role %s send a message of kind %s', async (role, kind) => {
      const { agent, params } = await desk.assignedTicket();
      const person = role === 'agent' ? agent : await desk.signIn({ role });
      expect(await send(person, params, { kind })).toMatchObject({ seq: 1, kind, from: { role } });
    });

    it('stores a message once when the same request is sent 20 times at once', async () => {
      const { customer, params } = await desk.assignedTicket();
      const json = newMessage({ text: 'only once' });
      const responses = await Promise.all(
        Array.from({ length: 20 }, () => customer.call('sendMessage', { params, json })),
      );
      const statuses = responses.map(({ status }) => status).toSorted();
      expect(statuses).toEqual([...Array(19).fill(200), 201]);
      for (const response of responses) expect(response.json).toEqual(responses[0]?.json);
      const { messages: stored } = await customer.ok('listMessages', 200, { params });
      expect(stored).toEqual([responses[0]?.json]);
    });

    it('numbers simultaneous messages without a gap', async () => {
      const { agent, customer, params } = await desk.assignedTicket();
      const sent = await Promise.all(
        Array.from({ length: 30 }, (_, i) => send(i % 2 ? agent : customer, params, { text: `${i}` })),
      );
      const numbers = sent.map(({ seq }) => seq).toSorted((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
      const { messages: stored } = await agent.ok('listMessages', 200, { params });
      expect(stored).toEqual(sent.toSorted((a, b) => a.seq - b.seq));
    });

    it('accepts a clientMessageId once for each sender, and refuses it for another message', async () => {
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

    it('is refused in a closed room, which keeps its messages and still replies to a repeated request', async () => {
      const { agent, customer, params } = await desk.assignedTicket();
      const json = newMessage();
      const sent = await customer.ok('sendMessage', 201, { params, json });
      await agent.ok('closeRoom', 200, { params });
      await customer.refused('sendMessage', 'room_closed', { params, json: newMessage() });
      await agent.refused('sendMessage', 'room_closed', { params, json: newMessage({ kind: 'note' }) });
      expect(await customer.ok('sendMessage', 200, { params, json })).toEqual(sent);
      expect(await customer.ok('listMessages', 200, { params })).toEqual({
        messages: [sent],
        hasMore: false,
      });
    });

    it('works in the room of a waiting ticket, and the agent reads the message later', async () => {
      const { customer, params } = await desk.waitingTicket();
      const sent = await send(customer, params);
      const agent = await desk.onlineAgent();
      expect(await agent.ok('listMessages', 200, { params })).toMatchObject({ messages: [sent] });
    });

    it('does not change the version of the ticket, so that no other change of it fails', async () => {
      const { customer, params } = await desk.assignedTicket();
      const service = await desk.service();
      const { headers } = await service.call('getTicket', { params });
      await send(customer, params);
      expect((await service.call('getTicket', { params })).headers.get('ETag')).toBe(headers.get('ETag'));
    });
  });
