import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { newMessage, send } from '../room/message.ts';

export const createRoomToken = (desk: Desk) =>
  describe('POST /v1/rooms/{roomID}/token', () => {
    it('opens this room alone, to the ticket’s customer', async () => {
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

    it.each(['ลูกค้า 1', 'a/b', 'c'.repeat(256)])(
      'speaks for a customer whose id is no token’s, %j, the same each time',
      async (name) => {
        const service = await desk.service();
        const id = `${crypto.randomUUID().slice(0, 8)} ${name}`.slice(0, 256);
        const ticket = await desk.createTicket({ customer: { id, name: 'n'.repeat(256) } });
        const params = { roomID: ticket.metadata.roomId };
        const said = [];
        for (let i = 0; i < 2; i += 1) {
          const { token } = await service.ok('createRoomToken', 200, { params });
          said.push(await send(desk.client(token), params));
        }
        expect(said[1]?.from).toEqual(said[0]?.from);
      },
    );

    it('is for no room that there is not', async () => {
      const service = await desk.service();
      const params = { roomID: crypto.randomUUID() };
      await service.refused('createRoomToken', 'room_not_found', { params });
    });
  });
