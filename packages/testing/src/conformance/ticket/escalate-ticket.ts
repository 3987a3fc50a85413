import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

const escalated = { json: { note: 'over my limit' } };

export const escalateTicket = (desk: Desk) =>
  describe('POST /v1/tickets/{ticketID}/escalate', () => {
    it('lets an agent’s ticket wait for the next tier, and after that for the one behind it', async () => {
      const { agent, params } = await desk.assignedTicket();
      await agent.ok('setPickedTime', 200, { params });
      const waiting = await agent.ok('escalateTicket', 200, { params, ...escalated });
      expect(waiting).toMatchObject({ status: 'ESCALATED', tier: 2 });
      expect(waiting).not.toHaveProperty('agentId');
      expect(waiting.metadata).not.toHaveProperty('pickedTimestamp');
      await agent.refused('escalateTicket', 'ticket_not_found', { params, ...escalated });
      await desk.onlineAgent();
      expect(await desk.getTicket(params.ticketID)).toMatchObject({ status: 'ESCALATED' });

      const second = await desk.onlineAgent({ skills: ['tier:2'] });
      expect(await second.ok('listTickets', 200)).toMatchObject([{ id: params.ticketID }]);
      await second.ok('escalateTicket', 200, { params, ...escalated });
      const third = await desk.onlineAgent({ skills: ['tier:3'] });
      expect(await desk.getTicket(params.ticketID)).toMatchObject({
        status: 'REASSIGNED',
        tier: 3,
        agentId: third.id,
      });
    });

    it('gives it to an agent of the next tier at once where one has room', async () => {
      const second = await desk.onlineAgent({ skills: ['tier:2'] });
      const { agent, params } = await desk.assignedTicket();
      const given = await agent.ok('escalateTicket', 200, { params, ...escalated });
      expect(given).toMatchObject({ status: 'REASSIGNED', tier: 2, agentId: second.id });
    });

    it.each(['service', 'supervisor', 'admin'] as const)(
      'is done by a %s to a waiting ticket',
      async (role) => {
        const keeper = await desk.signIn({ role });
        const { id } = await desk.createTicket();
        const params = { ticketID: id };
        expect(await keeper.ok('escalateTicket', 200, { params, json: {} })).toMatchObject({
          status: 'ESCALATED',
          tier: 2,
        });
      },
    );

    it('does not go straight back to an agent who is of that tier already', async () => {
      const agent = await desk.onlineAgent({ skills: ['tier:2'] });
      const { id } = await desk.createTicket();
      const params = { ticketID: id };
      const service = await desk.service();
      await service.ok('transferTicket', 200, { params, json: { agentId: agent.id } });
      const waiting = await agent.ok('escalateTicket', 200, { params, ...escalated });
      expect(waiting).toMatchObject({ status: 'ESCALATED', tier: 2 });
      const other = await desk.onlineAgent({ skills: ['tier:2'] });
      expect(await other.ok('listTickets', 200)).toMatchObject([{ id }]);
    });

    it('stays at the ninth tier, the highest', async () => {
      const { id } = await desk.createTicket();
      const params = { ticketID: id };
      const service = await desk.service();
      for (const tier of [2, 3, 4, 5, 6, 7, 8, 9, 9]) {
        expect(await service.ok('escalateTicket', 200, { params, json: {} })).toMatchObject({ tier });
        const agent = await desk.onlineAgent({ skills: [`tier:${tier}`] });
        const held = await service.ok('transferTicket', 200, { params, json: { agentId: agent.id } });
        expect(held).toMatchObject({ agentId: agent.id });
      }
    });

    it('is refused while it waits for that tier, in wrap-up, and once it is closed', async () => {
      const { agent, params } = await desk.assignedTicket();
      const service = await desk.service();
      const refused = async () =>
        (await service.refused('escalateTicket', 'transition_not_allowed', { params, ...escalated }))?.meta;
      await agent.ok('closeRoom', 200, { params });
      expect(await refused()).toEqual({ ticketStatus: 'CHAT_CLOSED', allowedStatuses: ['CLOSED'] });
      await agent.ok('closeTicket', 200, { params });
      expect(await refused()).toEqual({ ticketStatus: 'CLOSED', allowedStatuses: [] });

      params.ticketID = (await desk.createTicket()).id;
      await agent.ok('escalateTicket', 200, { params, ...escalated });
      expect(await refused()).toEqual({
        ticketStatus: 'ESCALATED',
        allowedStatuses: ['ASSIGNED', 'REASSIGNED', 'CLOSED', 'ERROR'],
      });
    });

    it('knows no ticket that was never taken in', async () => {
      const agent = await desk.onlineAgent();
      const params = { ticketID: crypto.randomUUID() };
      await agent.refused('escalateTicket', 'ticket_not_found', { params, ...escalated });
    });
  });
