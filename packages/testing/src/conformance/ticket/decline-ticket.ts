import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';
import { nextInstant } from '../../pause.ts';

/**
 * Proves where a declined offer goes, who may decline what, and that one of eight simultaneous declines wins. A second
 * agent, or the queue, gets the ticket.
 */
export const declineTicket = (desk: Desk) =>
  describe('declineTicket (POST /v1/tickets/{ticketID}/decline)', () => {
    const decline = { json: { note: 'speaks no Thai' } };

    it('offers the ticket to another agent', async () => {
      const { agent, params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      await agent.ok('declineTicket', 204, { params, ...decline });
      expect(await agent.ok('listTickets', 200)).toEqual([]);
      const record = await desk.getTicket(params.ticketID);
      expect(record).toMatchObject({ status: 'REASSIGNED', agentId: other.id });
      // The default pick timeout is 60 s.
      expect(record.pickByTimestamp).toBe((record.metadata.assignedTimestamp ?? NaN) + 60);
    });

    it('returns the ticket to its original place in the queue when no other agent can take it', async () => {
      const agent = await desk.onlineAgent({ capacity: 1 });
      const first = await desk.createTicket();
      await nextInstant();
      const second = await desk.createTicket();
      await nextInstant();
      const third = await desk.createTicket();
      await agent.ok('declineTicket', 204, { params: { ticketID: first.id }, json: {} });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: second.id }]);
      const waiting = await desk.getTicket(first.id);
      expect(waiting).toMatchObject({ status: 'CREATED', createdTimestamp: first.createdTimestamp });
      expect(waiting).not.toHaveProperty('agentId');
      expect(waiting).not.toHaveProperty('pickByTimestamp');

      const other = await desk.onlineAgent({ capacity: 1 });
      expect(await other.ok('listTickets', 200)).toMatchObject([{ id: first.id }]);
      expect(await desk.getTicket(third.id)).toMatchObject({ status: 'CREATED' });
    });

    it('does not offer the ticket again to the agent who declined it', async () => {
      const { agent, params } = await desk.assignedTicket();
      await agent.ok('declineTicket', 204, { params, ...decline });
      await agent.ok('setStatus', 200, { json: { status: 'busy' } });
      await agent.ok('setOnline', 200);
      expect(await agent.ok('listTickets', 200)).toEqual([]);
    });

    it('lets a service decline for an agent', async () => {
      const { agent, params } = await desk.assignedTicket();
      const service = await desk.service();
      await service.ok('declineTicket', 204, { params, ...decline, ...actingFor(agent.email) });
      expect(await desk.getTicket(params.ticketID)).toMatchObject({ status: 'CREATED' });
    });

    it('lets an agent decline a ticket that was transferred to it', async () => {
      const { agent, params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      await agent.ok('transferTicket', 200, { params, json: { agentId: other.id } });
      await other.ok('declineTicket', 204, { params, ...decline });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: params.ticketID }]);
    });

    it('is refused after the agent has picked the ticket', async () => {
      const { agent, params } = await desk.pickedTicket();
      const error = await agent.refused('declineTicket', 'ticket_picked', { params, ...decline });
      expect(error?.meta).toMatchObject({ ticketStatus: 'ASSIGNED' });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: params.ticketID }]);
    });

    it('is refused in wrap-up', async () => {
      const { agent, params } = await desk.ticketInWrapUp();
      const error = await agent.refused('declineTicket', 'transition_not_allowed', { params, ...decline });
      expect(error?.meta).toEqual({ ticketStatus: 'CHAT_CLOSED', allowedStatuses: ['CLOSED'] });
    });

    it('is refused when it is repeated, because the agent no longer has the ticket', async () => {
      const { agent, params } = await desk.assignedTicket();
      await agent.ok('declineTicket', 204, { params, ...decline });
      await agent.refused('declineTicket', 'ticket_not_found', { params, ...decline });
      const service = await desk.service();
      const again = { params, ...decline, ...actingFor(agent.id) };
      await service.refused('declineTicket', 'ticket_of_another_agent', again);
    });

    it('succeeds once when it is sent eight times at once', async () => {
      const { agent, params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      const responses = await Promise.all(
        Array.from({ length: 8 }, () => agent.call('declineTicket', { params, ...decline })),
      );
      expect(responses.map(({ status }) => status).toSorted()).toEqual([204, ...Array<number>(7).fill(404)]);
      expect(await other.ok('listTickets', 200)).toMatchObject([{ id: params.ticketID }]);
    });

    it('refuses an unknown ticket', async () => {
      const agent = await desk.onlineAgent();
      const params = { ticketID: crypto.randomUUID() };
      await agent.refused('declineTicket', 'ticket_not_found', { params, ...decline });
    });
  });
