import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextInstant } from '../../pause.ts';

const requeue = { json: { note: 'wrong agent' } };

/**
 * Proves where a requeued ticket goes, who may requeue it, and when that is refused.
 * Other agents are online, or come online later, to receive the ticket.
 */
export const requeueTicket = (desk: Desk) =>
  describe('requeueTicket (POST /v1/tickets/{ticketID}/requeue)', () => {
    it.each(['service', 'supervisor', 'admin'] as const)(
      'lets the role %s take a picked ticket from its agent, and assigns it to another',
      async (role) => {
        const { agent, params } = await desk.pickedTicket();
        const other = await desk.onlineAgent();
        const person = await desk.signIn({ role });
        const assigned = await person.ok('requeueTicket', 200, { params, ...requeue });
        expect(assigned).toMatchObject({ status: 'REASSIGNED', agentId: other.id });
        // The default pick timeout is 60 s.
        expect(assigned.pickByTimestamp).toBe((assigned.metadata.assignedTimestamp ?? NaN) + 60);
        expect(assigned.metadata).not.toHaveProperty('pickedTimestamp');
        expect(await agent.ok('listTickets', 200)).toEqual([]);
      },
    );

    it('returns the ticket to its original place in the queue when no other agent can take it', async () => {
      const agent = await desk.onlineAgent({ capacity: 1 });
      const first = await desk.createTicket();
      await nextInstant();
      const second = await desk.createTicket();
      const service = await desk.service();
      const waiting = await service.ok('requeueTicket', 200, {
        params: { ticketID: first.id },
        ...requeue,
      });
      expect(waiting).toMatchObject({ status: 'CREATED', createdTimestamp: first.createdTimestamp });
      expect(waiting).not.toHaveProperty('agentId');
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: second.id }]);
      const other = await desk.onlineAgent({ capacity: 1 });
      expect(await other.ok('listTickets', 200)).toMatchObject([{ id: first.id }]);
    });

    it('takes a ticket from an agent that a person chose', async () => {
      const { agent, params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      await agent.ok('transferTicket', 200, { params, json: { agentId: other.id } });
      const service = await desk.service();
      expect(await service.ok('requeueTicket', 200, { params, ...requeue })).toMatchObject({
        agentId: agent.id,
      });
    });

    it('restores the waiting status that the ticket had before', async () => {
      const service = await desk.service();
      const { id } = await desk.createTicket();
      const params = { ticketID: id };
      for (const status of ['WORKFLOW_PENDING', 'WORKFLOW_DONE'])
        await service.ok('setTicketStatus', 200, { params, json: { status } });
      await desk.onlineAgent();
      expect(await service.ok('requeueTicket', 200, { params, json: {} })).toMatchObject({
        status: 'WORKFLOW_DONE',
      });

      await service.ok('escalateTicket', 200, { params, json: {} });
      await desk.onlineAgent({ skills: ['tier:2'] });
      expect(await service.ok('requeueTicket', 200, { params, json: {} })).toMatchObject({
        status: 'ESCALATED',
        tier: 2,
      });
    });

    it('is refused for a ticket that waits, is in wrap-up or is closed', async () => {
      const service = await desk.service();
      const params = { ticketID: (await desk.createTicket()).id };
      const refused = async () =>
        (await service.refused('requeueTicket', 'transition_not_allowed', { params, ...requeue }))?.meta;
      expect(await refused()).toEqual({
        ticketStatus: 'CREATED',
        allowedStatuses: ['WORKFLOW_PENDING', 'ASSIGNED', 'REASSIGNED', 'ESCALATED', 'CLOSED', 'ERROR'],
      });
      const agent = await desk.onlineAgent();
      const roomID = (await desk.getTicket(params.ticketID)).metadata.roomId;
      await agent.ok('closeRoom', 200, { params: { roomID } });
      expect(await refused()).toEqual({ ticketStatus: 'CHAT_CLOSED', allowedStatuses: ['CLOSED'] });
      await agent.ok('closeTicket', 200, { params });
      expect(await refused()).toEqual({ ticketStatus: 'CLOSED', allowedStatuses: [] });
    });

    it('refuses an unknown ticket', async () => {
      const service = await desk.service();
      const params = { ticketID: crypto.randomUUID() };
      await service.refused('requeueTicket', 'ticket_not_found', { params, ...requeue });
    });
  });
