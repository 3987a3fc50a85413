import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

const escalation = { json: { note: 'over my limit' } };

/**
 * Proves that an escalation moves a ticket one tier up and to an agent of that tier, who may escalate, and when it is
 * refused. Agents of each tier come online to show who gets the ticket.
 */
export const escalateTicket = (desk: Desk) =>
  describe('escalateTicket (POST /v1/tickets/{ticketID}/escalate)', () => {
    it('lets the ticket wait for an agent of the next tier, and after a second escalation for the tier above', async () => {
      const { agent, params } = await desk.pickedTicket();
      const waiting = await agent.ok('escalateTicket', 200, { params, ...escalation });
      expect(waiting).toMatchObject({ status: 'ESCALATED', tier: 2 });
      expect(waiting).not.toHaveProperty('agentId');
      expect(waiting.metadata).not.toHaveProperty('pickedTimestamp');
      await agent.refused('escalateTicket', 'ticket_not_found', { params, ...escalation });
      await desk.onlineAgent();
      expect(await desk.getTicket(params.ticketID)).toMatchObject({ status: 'ESCALATED' });

      const second = await desk.onlineAgent({ skills: ['tier:2'] });
      expect(await second.ok('listTickets', 200)).toMatchObject([{ id: params.ticketID }]);
      await second.ok('escalateTicket', 200, { params, ...escalation });
      const third = await desk.onlineAgent({ skills: ['tier:3'] });
      expect(await desk.getTicket(params.ticketID)).toMatchObject({
        status: 'REASSIGNED',
        tier: 3,
        agentId: third.id,
      });
    });

    it('assigns the ticket at once when an agent of the next tier has capacity', async () => {
      const second = await desk.onlineAgent({ skills: ['tier:2'] });
      const { agent, params } = await desk.assignedTicket();
      const assigned = await agent.ok('escalateTicket', 200, { params, ...escalation });
      expect(assigned).toMatchObject({ status: 'REASSIGNED', tier: 2, agentId: second.id });
    });

    it.each(['service', 'supervisor', 'admin'] as const)(
      'lets the role %s escalate a waiting ticket',
      async (role) => {
        const person = await desk.signIn({ role });
        const { id } = await desk.createTicket();
        const params = { ticketID: id };
        expect(await person.ok('escalateTicket', 200, { params, json: {} })).toMatchObject({
          status: 'ESCALATED',
          tier: 2,
        });
      },
    );

    it('does not assign the ticket again to the same agent, who is of the next tier', async () => {
      const agent = await desk.onlineAgent({ skills: ['tier:2'] });
      const { id } = await desk.createTicket();
      const params = { ticketID: id };
      const service = await desk.service();
      await service.ok('transferTicket', 200, { params, json: { agentId: agent.id } });
      const waiting = await agent.ok('escalateTicket', 200, { params, ...escalation });
      expect(waiting).toMatchObject({ status: 'ESCALATED', tier: 2 });
      const other = await desk.onlineAgent({ skills: ['tier:2'] });
      expect(await other.ok('listTickets', 200)).toMatchObject([{ id }]);
    });

    it('leaves a ticket of the highest tier, 9, in that tier', async () => {
      const { id } = await desk.createTicket();
      const params = { ticketID: id };
      const service = await desk.service();
      for (const tier of [2, 3, 4, 5, 6, 7, 8, 9, 9]) {
        expect(await service.ok('escalateTicket', 200, { params, json: {} })).toMatchObject({ tier });
        const agent = await desk.onlineAgent({ skills: [`tier:${tier}`] });
        const assigned = await service.ok('transferTicket', 200, { params, json: { agentId: agent.id } });
        expect(assigned).toMatchObject({ agentId: agent.id });
      }
    });

    it('is refused in wrap-up, for a closed ticket, and for a ticket that waits after an escalation', async () => {
      const { agent, params } = await desk.assignedTicket();
      const service = await desk.service();
      const refused = async () =>
        (await service.refused('escalateTicket', 'transition_not_allowed', { params, ...escalation }))?.meta;
      await agent.ok('closeRoom', 200, { params });
      expect(await refused()).toEqual({ ticketStatus: 'CHAT_CLOSED', allowedStatuses: ['CLOSED'] });
      await agent.ok('closeTicket', 200, { params });
      expect(await refused()).toEqual({ ticketStatus: 'CLOSED', allowedStatuses: [] });

      params.ticketID = (await desk.createTicket()).id;
      await agent.ok('escalateTicket', 200, { params, ...escalation });
      expect(await refused()).toEqual({
        ticketStatus: 'ESCALATED',
        allowedStatuses: ['ASSIGNED', 'REASSIGNED', 'CLOSED', 'ERROR'],
      });
    });

    it('refuses an unknown ticket', async () => {
      const agent = await desk.onlineAgent();
      const params = { ticketID: crypto.randomUUID() };
      await agent.refused('escalateTicket', 'ticket_not_found', { params, ...escalation });
    });
  });
