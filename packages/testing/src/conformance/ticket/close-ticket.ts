import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextSecond } from '../../pause.ts';

export const closeTicket = (desk: Desk) =>
  describe('POST /v1/tickets/{ticketID}/close', () => {
    it('ends the agent’s ticket and its room', async () => {
      const { agent, ticket, params } = await desk.assignedTicket();
      await agent.ok('setPickedTime', 200, { params });
      const closed = await agent.ok('closeTicket', 200, { params });
      const { pickByTimestamp: _, ...taken } = ticket;
      expect(closed).toEqual({
        ...taken,
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

    it('keeps the first time when done again', async () => {
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
      'is done by a %s for any ticket, waiting or assigned',
      async (role) => {
        const client = await desk.signIn({ role });
        const waiting = await desk.createTicket();
        const ended = await client.ok('closeTicket', 200, { params: { ticketID: waiting.id } });
        expect(ended).toMatchObject({ status: 'CLOSED', metadata: { isChatRoomClosed: true } });
        expect(ended).not.toHaveProperty('agentId');
        expect(ended.metadata).not.toHaveProperty('assignedTimestamp');

        const { agent, params } = await desk.assignedTicket();
        expect(await client.ok('closeTicket', 200, { params })).toMatchObject({ status: 'CLOSED' });
        expect(await agent.ok('listTickets', 200)).toEqual([]);
      },
    );

    it('takes a closed ticket out of the queue', async () => {
      const service = await desk.service();
      const waiting = await desk.createTicket();
      await service.ok('closeTicket', 200, { params: { ticketID: waiting.id } });
      const agent = await desk.onlineAgent();
      expect(await agent.ok('listTickets', 200)).toEqual([]);
    });

    it('knows no ticket that was never taken in', async () => {
      const agent = await desk.onlineAgent();
      const service = await desk.service();
      for (const client of [agent, service]) {
        await client.refused('closeTicket', 'ticket_not_found', {
          params: { ticketID: crypto.randomUUID() },
        });
      }
    });
  });
