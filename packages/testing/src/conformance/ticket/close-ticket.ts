import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextSecond } from '../../pause.ts';

/**
 * Proves what closing a ticket changes, who may close which ticket, and that a repeated call keeps the first time.
 * Tickets in each state are closed by each role and read again.
 */
export const closeTicket = (desk: Desk) =>
  describe('closeTicket (POST /v1/tickets/{ticketID}/close)', () => {
    it('closes the ticket and its room', async () => {
      const { agent, ticket, params } = await desk.pickedTicket();
      const closed = await agent.ok('closeTicket', 200, { params });
      const { pickByTimestamp: _, ...rest } = ticket;
      expect(closed).toEqual({
        ...rest,
        status: 'CLOSED',
        agentId: agent.id,
        closedTimestamp: expect.any(Number),
        metadata: {
          ...ticket.metadata,
          pickedTimestamp: expect.any(Number),
          currentTimestamp: expect.any(Number),
          isChatRoomClosed: true,
        },
      });
    });

    it('keeps the first time when it is repeated', async () => {
      const { agent, params } = await desk.assignedTicket();
      const first = await agent.ok('closeTicket', 200, { params });
      await nextSecond();
      const service = await desk.service();
      for (const client of [agent, service]) {
        const again = await client.ok('closeTicket', 200, { params });
        expect(again.metadata.currentTimestamp).toBeGreaterThan(first.metadata.currentTimestamp);
        expect(again.closedTimestamp).toBe(first.closedTimestamp);
      }
    });

    it.each(['service', 'supervisor', 'admin'] as const)(
      'lets the role %s close any ticket, waiting or assigned',
      async (role) => {
        const client = await desk.signIn({ role });
        const waiting = await desk.waitingTicket();
        const closed = await client.ok('closeTicket', 200, { params: waiting.params });
        expect(closed).toMatchObject({ status: 'CLOSED', metadata: { isChatRoomClosed: true } });
        expect(closed).not.toHaveProperty('agentId');
        expect(closed.metadata).not.toHaveProperty('assignedTimestamp');

        const { agent, params } = await desk.assignedTicket();
        expect(await client.ok('closeTicket', 200, { params })).toMatchObject({ status: 'CLOSED' });
        expect(await agent.ok('listTickets', 200)).toEqual([]);
      },
    );

    it('removes a waiting ticket from the queue', async () => {
      const service = await desk.service();
      const { params } = await desk.waitingTicket();
      await service.ok('closeTicket', 200, { params });
      const agent = await desk.onlineAgent();
      expect(await agent.ok('listTickets', 200)).toEqual([]);
    });

    it('refuses an unknown ticket', async () => {
      const agent = await desk.onlineAgent();
      const service = await desk.service();
      for (const client of [agent, service]) {
        await client.refused('closeTicket', 'ticket_not_found', {
          params: { ticketID: crypto.randomUUID() },
        });
      }
    });
  });
