import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { newMessage, send } from '../room/message.ts';

/**
 * Proves what a room token allows its customer, and that customer ids of every form get one.
 * The tokens are used to send messages.
 */
export const createRoomToken = (desk: Desk) =>
  describe('createRoomToken (POST /v1/rooms/{roomID}/token)', () => {
    it('gives the ticket’s customer access to this room only', async () => {
      const service = await desk.service();
      const id = crypto.randomUUID();
      const ticket = await desk.createTicket({ customer: { id, firstName: 'Hugo', lastName: 'Dan' } });
      const other = await desk.createTicket();
      const params = { roomID: ticket.metadata.roomId };
      const { token, expiresTimestamp } = await service.ok('createRoomToken', 200, { params });
      expect(expiresTimestamp - Date.now() / 1000).toBeGreaterThan(3_600);
      const customer = desk.client(token);
      expect(await send(customer, params)).toMatchObject({
        from: { role: 'customer', id, name: 'Hugo Dan' },
      });
      await customer.ok('getQueuePlace', 200, { params });
      await customer.refused('sendMessage', 'room_not_found', {
        params: { roomID: other.metadata.roomId },
        json: newMessage(),
      });
      await customer.refused('listTickets', 'role_not_allowed');
    });

    it.each([
      ['in Thai with a space', 'ลูกค้า 1'],
      ['with a slash', 'a/b'],
      ['of 256 characters', 'c'.repeat(256)],
    ])('maps a customer id %s, which a token can’t hold, to the same sender each time', async (_, name) => {
      const service = await desk.service();
      const id = `${crypto.randomUUID().slice(0, 8)} ${name}`.slice(0, 256);
      const ticket = await desk.createTicket({ customer: { id, name: 'n'.repeat(256) } });
      const params = { roomID: ticket.metadata.roomId };
      const sent = [];
      for (let i = 0; i < 2; i += 1) {
        const { token } = await service.ok('createRoomToken', 200, { params });
        sent.push(await send(desk.client(token), params));
      }
      expect(sent[1]?.from).toEqual(sent[0]?.from);
    });

    it('refuses an unknown room', async () => {
      const service = await desk.service();
      const params = { roomID: crypto.randomUUID() };
      await service.refused('createRoomToken', 'room_not_found', { params });
    });
  });
