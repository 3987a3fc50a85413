import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';
import { nextSecond } from '../../pause.ts';

/**
 * Proves what picking a ticket stores and returns, and who may pick which ticket.
 * The ticket is read after each call.
 */
export const setPickedTime = (desk: Desk) =>
  describe('setPickedTime (PUT /v1/tickets/{ticketID}/pickedTime)', () => {
    it('returns the ticket with the time of the pick', async () => {
      const { agent, ticket, params } = await desk.assignedTicket();
      const picked = await agent.ok('setPickedTime', 200, { params });
      expect(picked).toEqual({
        id: ticket.id,
        content: ticket.content,
        customer: ticket.customer,
        metadata: {
          roomId: ticket.metadata.roomId,
          assignedTimestamp: ticket.metadata.assignedTimestamp,
          pickedTimestamp: expect.any(Number),
          currentTimestamp: expect.any(Number),
          isChatRoomClosed: false,
        },
      });
      const { pickedTimestamp = NaN, currentTimestamp } = picked.metadata;
      expect(pickedTimestamp).toBeLessThanOrEqual(currentTimestamp);
      expect(pickedTimestamp).toBeGreaterThanOrEqual(ticket.metadata.assignedTimestamp ?? NaN);
    });

    it('keeps the first time when it is repeated, also by a service or after the room is closed', async () => {
      const { agent, params } = await desk.assignedTicket();
      const { metadata: first } = await agent.ok('setPickedTime', 200, { params });
      await nextSecond();
      const service = await desk.service();
      const again = await service.ok('setPickedTime', 200, { params, ...actingFor(agent.email) });
      expect(again.metadata.currentTimestamp).toBeGreaterThan(first.currentTimestamp);
      expect(again.metadata.pickedTimestamp).toBe(first.pickedTimestamp);

      await agent.ok('closeRoom', 200, { params });
      const last = await agent.ok('setPickedTime', 200, { params });
      expect(last.metadata).toMatchObject({
        pickedTimestamp: first.pickedTimestamp,
        isChatRoomClosed: true,
      });
    });

    it('stores the time, which the agent’s list shows', async () => {
      const { agent, params } = await desk.assignedTicket();
      const { metadata } = await agent.ok('setPickedTime', 200, { params });
      const [listed] = await agent.ok('listTickets', 200);
      expect(listed?.metadata.pickedTimestamp).toBe(metadata.pickedTimestamp);
    });

    it('is refused for a ticket that was closed before it was picked', async () => {
      const { agent, params } = await desk.closedTicket();
      const error = await agent.refused('setPickedTime', 'transition_not_allowed', { params });
      expect(error?.meta).toEqual({ ticketStatus: 'CLOSED', allowedStatuses: [] });
      const service = await desk.service();
      const record = await service.ok('getTicket', 200, { params });
      expect(record.metadata).not.toHaveProperty('pickedTimestamp');
    });

    it('is refused to a service that names an agent who does not have the ticket', async () => {
      const { params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      const service = await desk.service();
      await service.refused('setPickedTime', 'ticket_of_another_agent', { params, ...actingFor(other.id) });
      const record = await service.ok('getTicket', 200, { params });
      expect(record.metadata).not.toHaveProperty('pickedTimestamp');
    });

    it('is refused to a service for a waiting ticket', async () => {
      const agent = await desk.onlineAgent({ capacity: 0 });
      const ticket = await desk.createTicket();
      const service = await desk.service();
      await service.refused('setPickedTime', 'ticket_of_another_agent', {
        params: { ticketID: ticket.id },
        ...actingFor(agent.id),
      });
    });

    it('refuses an unknown ticket', async () => {
      const agent = await desk.onlineAgent();
      const service = await desk.service();
      const params = { ticketID: crypto.randomUUID() };
      await agent.refused('setPickedTime', 'ticket_not_found', { params });
      await service.refused('setPickedTime', 'ticket_not_found', { params, ...actingFor(agent.id) });
    });
  });
