import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextInstant } from '../../pause.ts';

const requeued = { json: { note: 'wrong agent' } };

export const requeueTicket = (desk: Desk) =>
  describe('POST /v1/tickets/{ticketID}/requeue', () => {
    it.each(['service', 'supervisor', 'admin'] as const)(
      'takes a picked chat back to the queue for a %s, and gives it to another agent',
      async (role) => {
        const { agent, params } = await desk.assignedTicket();
        await agent.ok('setPickedTime', 200, { params });
        const other = await desk.onlineAgent();
        const keeper = await desk.signIn({ role });
        const given = await keeper.ok('requeueTicket', 200, { params, ...requeued });
        expect(given).toMatchObject({
          status: 'REASSIGNED',
          agentId: other.id,
          pickByTimestamp: expect.any(Number),
        });
        expect(given.metadata).not.toHaveProperty('pickedTimestamp');
        expect(await agent.ok('listTickets', 200)).toEqual([]);
      },
    );

    it('lets it wait at its original place when nobody else can take it', async () => {
      const agent = await desk.onlineAgent({ capacity: 1 });
      const first = await desk.createTicket();
      await nextInstant();
      const second = await desk.createTicket();
      const service = await desk.service();
      const back = await service.ok('requeueTicket', 200, {
        params: { ticketID: first.id },
        ...requeued,
      });
      expect(back).toMatchObject({ status: 'CREATED', createdTimestamp: first.createdTimestamp });
      expect(back).not.toHaveProperty('agentId');
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: second.id }]);
      const other = await desk.onlineAgent({ capacity: 1 });
      expect(await other.ok('listTickets', 200)).toMatchObject([{ id: first.id }]);
    });

    it('takes it from an agent whom a person chose too', async () => {
      const { agent, params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      await agent.ok('transferTicket', 200, { params, json: { agentId: other.id } });
      const service = await desk.service();
      expect(await service.ok('requeueTicket', 200, { params, ...requeued })).toMatchObject({
        agentId: agent.id,
      });
    });

    it('lets it wait under the status that it had', async () => {
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

    it('is refused for a ticket that waits, is in wrap-up or closed', async () => {
      const service = await desk.service();
      const params = { ticketID: (await desk.createTicket()).id };
      const refused = async () =>
        (await service.refused('requeueTicket', 'transition_not_allowed', { params, ...requeued }))?.meta;
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

    it('knows no ticket that was never taken in', async () => {
      const service = await desk.service();
      const params = { ticketID: crypto.randomUUID() };
      await service.refused('requeueTicket', 'ticket_not_found', { params, ...requeued });
    });
  });
