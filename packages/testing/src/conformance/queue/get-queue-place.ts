import type { TicketRecord } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextInstant } from '../../pause.ts';
import { closedToday, opensAtSeconds } from './closed-today.ts';

const placeOf = async (desk: Desk, ticket: TicketRecord) => {
  const customer = await desk.customerOf(ticket);
  return customer.ok('getQueuePlace', 200, { params: { roomID: ticket.metadata.roomId } });
};

/**
 * Proves what a customer learns about its place in the queue: the position, the estimated wait, and when a closed queue
 * opens; and that it learns nothing about other rooms.
 */
export const getQueuePlace = (desk: Desk) =>
  describe('getQueuePlace (GET /v1/rooms/{roomID}/queue)', () => {
    it('returns the position among the waiting tickets', async () => {
      const first = await desk.createTicket();
      await nextInstant();
      const second = await desk.createTicket();
      expect(await placeOf(desk, first)).toMatchObject({ state: 'waiting', position: 1 });
      expect(await placeOf(desk, second)).toMatchObject({ state: 'waiting', position: 2 });
      const service = await desk.service();
      await service.ok('closeTicket', 200, { params: { ticketID: first.id } });
      expect(await placeOf(desk, second)).toMatchObject({ state: 'waiting', position: 1 });
    });

    it('returns `assigned` when an agent has the ticket, and `closed` when the chat is over', async () => {
      const { agent, ticket, params } = await desk.assignedTicket();
      expect(await placeOf(desk, ticket)).toEqual({ state: 'assigned' });
      await agent.ok('closeRoom', 200, { params });
      expect(await placeOf(desk, ticket)).toEqual({ state: 'closed' });
      await agent.ok('closeTicket', 200, { params });
      expect(await placeOf(desk, ticket)).toEqual({ state: 'closed' });
    });

    it('estimates the wait from at least five assignments, and returns `too_little_history` before that', async () => {
      const entityId = crypto.randomUUID();
      const queues = [{ id: `q-${entityId}`, takes: { entityIds: [entityId] } }, { id: 'default' }];
      await desk.putSettings({ queues });
      const first = await desk.createTicket({ metadata: { entityId } });
      const tooLittle = { state: 'waiting', position: 1, estimate: 'too_little_history' };
      expect(await placeOf(desk, first)).toEqual(tooLittle);
      await desk.onlineAgent({ capacity: 5 });
      for (let n = 1; n < 5; n += 1) await desk.createTicket({ metadata: { entityId } });
      const waiting = await desk.createTicket({ metadata: { entityId } });
      expect(await placeOf(desk, waiting)).toEqual({
        state: 'waiting',
        position: 1,
        estimate: 'measured',
        estimatedWaitSeconds: expect.any(Number),
      });
    });

    it('returns when a closed queue opens', async () => {
      const queues = [{ id: 'default', hours: closedToday() }];
      await desk.putSettings({ queues });
      const waiting = await desk.createTicket();
      const place = await placeOf(desk, waiting);
      expect(place).toEqual({
        state: 'waiting',
        position: 1,
        estimate: 'queue_closed',
        opensTimestamp: expect.any(Number),
      });
      expect(place.opensTimestamp).toBeGreaterThan(waiting.createdTimestamp);
      expect((place.opensTimestamp ?? NaN) % 86_400).toBe(opensAtSeconds);
    });

    it.each(['supervisor', 'admin', 'service'] as const)(
      'returns the place of any room to the role %s',
      async (role) => {
        const ticket = await desk.createTicket();
        const person = await desk.signIn({ role });
        const params = { roomID: ticket.metadata.roomId };
        expect(await person.ok('getQueuePlace', 200, { params })).toMatchObject({ position: 1 });
      },
    );

    it('is refused to a customer for another room, in the same way as for an unknown room', async () => {
      const ticket = await desk.createTicket();
      const withoutRoom = await desk.signIn({ role: 'customer' });
      const otherCustomer = await desk.customerOf(await desk.createTicket());
      const ofUnknownRoom = await desk.signIn({ role: 'customer', room: 'nothing' });
      const refusals = [
        await withoutRoom.refused('getQueuePlace', 'room_not_found', {
          params: { roomID: ticket.metadata.roomId },
        }),
        await otherCustomer.refused('getQueuePlace', 'room_not_found', {
          params: { roomID: ticket.metadata.roomId },
        }),
        await ofUnknownRoom.refused('getQueuePlace', 'room_not_found', { params: { roomID: 'nothing' } }),
      ];
      const [one] = refusals.map((error) => ({ ...error, id: '' }));
      for (const error of refusals) expect({ ...error, id: '' }).toEqual(one);
    });
  });
