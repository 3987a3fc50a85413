import type { TicketRecord } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextInstant } from '../../pause.ts';
import { closedToday } from './closed-today.ts';

const customerOf = (desk: Desk, ticket: TicketRecord) =>
  desk.signIn({ role: 'customer', room: ticket.metadata.roomId });

const placeOf = async (desk: Desk, ticket: TicketRecord) => {
  const customer = await customerOf(desk, ticket);
  return customer.ok('getQueuePlace', 200, { params: { roomID: ticket.metadata.roomId } });
};

export const getQueuePlace = (desk: Desk) =>
  describe('GET /v1/rooms/{roomID}/queue', () => {
    it('tells a customer its place among those who wait', async () => {
      const first = await desk.createTicket();
      await nextInstant();
      const second = await desk.createTicket();
      expect(await placeOf(desk, first)).toMatchObject({ state: 'waiting', position: 1 });
      expect(await placeOf(desk, second)).toMatchObject({ state: 'waiting', position: 2 });
      const service = await desk.service();
      await service.ok('closeTicket', 200, { params: { ticketID: first.id } });
      expect(await placeOf(desk, second)).toMatchObject({ state: 'waiting', position: 1 });
    });

    it('tells when the customer has an agent, and when the chat is over', async () => {
      const { agent, ticket, params } = await desk.assignedTicket();
      expect(await placeOf(desk, ticket)).toEqual({ state: 'assigned' });
      await agent.ok('closeRoom', 200, { params });
      expect(await placeOf(desk, ticket)).toEqual({ state: 'closed' });
      await agent.ok('closeTicket', 200, { params });
      expect(await placeOf(desk, ticket)).toEqual({ state: 'closed' });
    });

    it('estimates the wait from at least five assignments, and says when there were fewer', async () => {
      const entityId = crypto.randomUUID();
      const queues = [{ id: `q-${entityId}`, takes: { entityIds: [entityId] } }, { id: 'default' }];
      await desk.putSettings({ queues });
      const early = await desk.createTicket({ metadata: { entityId } });
      const tooLittle = { state: 'waiting', position: 1, estimate: 'too_little_history' };
      expect(await placeOf(desk, early)).toEqual(tooLittle);
      await desk.onlineAgent({ capacity: 5 });
      for (let made = 1; made < 5; made += 1) await desk.createTicket({ metadata: { entityId } });
      const waiting = await desk.createTicket({ metadata: { entityId } });
      expect(await placeOf(desk, waiting)).toEqual({
        state: 'waiting',
        position: 1,
        estimate: 'measured',
        estimatedWaitSeconds: expect.any(Number),
      });
    });

    it('tells when a closed queue opens', async () => {
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
    });

    it.each(['supervisor', 'admin', 'service'] as const)('shows a %s any room', async (role) => {
      const ticket = await desk.createTicket();
      const person = await desk.signIn({ role });
      const params = { roomID: ticket.metadata.roomId };
      expect(await person.ok('getQueuePlace', 200, { params })).toMatchObject({ position: 1 });
    });

    it('shows a customer no other room, and no difference to one that there is not', async () => {
      const ticket = await desk.createTicket();
      const stranger = await desk.signIn({ role: 'customer' });
      const neighbour = await customerOf(desk, await desk.createTicket());
      const lost = await desk.signIn({ role: 'customer', room: 'nothing' });
      const refusals = [
        await stranger.refused('getQueuePlace', 'room_not_found', {
          params: { roomID: ticket.metadata.roomId },
        }),
        await neighbour.refused('getQueuePlace', 'room_not_found', {
          params: { roomID: ticket.metadata.roomId },
        }),
        await lost.refused('getQueuePlace', 'room_not_found', { params: { roomID: 'nothing' } }),
      ];
      const [one] = refusals.map((error) => ({ ...error, id: '' }));
      for (const error of refusals) expect({ ...error, id: '' }).toEqual(one);
    });
  });
