import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { nextInstant } from '../../pause.ts';

const thaiQueue = { id: 'thai', takes: { languages: ['tha'] }, needs: ['language:tha'] };

/**
 * Proves where a transferred ticket goes, to an agent or a queue, who may transfer it, and when that is refused.
 * Agents with different skills and capacities are online as receivers.
 */
export const transferTicket = (desk: Desk) =>
  describe('transferTicket (POST /v1/tickets/{ticketID}/transfer)', () => {
    it('assigns the ticket to the chosen agent, who picks it without a pick timeout', async () => {
      const { agent, params } = await desk.pickedTicket();
      const other = await desk.onlineAgent();
      const json = { agentId: other.id, note: 'knows the case' };
      const assigned = await agent.ok('transferTicket', 200, { params, json });
      expect(assigned).toMatchObject({ status: 'REASSIGNED', agentId: other.id });
      expect(assigned).not.toHaveProperty('pickByTimestamp');
      expect(assigned.metadata).not.toHaveProperty('pickedTimestamp');
      expect(await agent.ok('listTickets', 200)).toEqual([]);
      await agent.refused('transferTicket', 'ticket_not_found', { params, json });
      await other.ok('setPickedTime', 200, { params });
      await other.ok('closeTicket', 200, { params });
    });

    it('accepts the agent’s email in any letter case', async () => {
      const { agent, params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      const json = { agentId: other.email.toUpperCase() };
      expect(await agent.ok('transferTicket', 200, { params, json })).toMatchObject({ agentId: other.id });
    });

    it.each(['service', 'supervisor', 'admin'] as const)(
      'lets the role %s transfer any ticket, also a waiting one and one in status ERROR',
      async (role) => {
        const person = await desk.signIn({ role });
        await desk.putSettings({ queues: [{ id: 'default', needs: ['nobody'] }] });
        const [waiting, failed] = [await desk.createTicket(), await desk.createTicket()];
        const service = await desk.service();
        await service.ok('setTicketStatus', 200, {
          params: { ticketID: failed.id },
          json: { status: 'ERROR' },
        });
        const [one, two] = [await desk.onlineAgent(), await desk.onlineAgent()];
        for (const { id } of [waiting, failed]) {
          const params = { ticketID: id };
          const first = await person.ok('transferTicket', 200, { params, json: { agentId: one.id } });
          expect(first).toMatchObject({ status: 'ASSIGNED', agentId: one.id });
          const second = await person.ok('transferTicket', 200, { params, json: { agentId: two.id } });
          expect(second).toMatchObject({ status: 'REASSIGNED', agentId: two.id });
        }
      },
    );

    it('ignores skills and tier of the chosen agent', async () => {
      await desk.putSettings({ queues: [thaiQueue, { id: 'default' }] });
      const waiting = await desk.createTicket({ metadata: { language: 'tha' } });
      const agent = await desk.onlineAgent();
      const service = await desk.service();
      const request = { params: { ticketID: waiting.id }, json: { agentId: agent.id } };
      expect(waiting).not.toHaveProperty('agentId');
      expect(await service.ok('transferTicket', 200, request)).toMatchObject({ agentId: agent.id });
      await service.ok('requeueTicket', 200, { params: request.params, json: {} });
      await service.ok('escalateTicket', 200, { params: request.params, json: {} });
      expect(await service.ok('transferTicket', 200, request)).toMatchObject({ agentId: agent.id, tier: 2 });
    });

    it('changes nothing when the chosen agent already has the ticket', async () => {
      const agent = await desk.onlineAgent({ capacity: 1 });
      const ticket = await desk.createTicket();
      const params = { ticketID: ticket.id };
      await agent.ok('setPickedTime', 200, { params });
      const before = await desk.getTicket(ticket.id);
      const supervisor = await desk.signIn({ role: 'supervisor' });
      for (const client of [agent, supervisor]) {
        const same = await client.ok('transferTicket', 200, { params, json: { agentId: agent.email } });
        expect({ ...same, metadata: { ...same.metadata, currentTimestamp: 0 } }).toEqual({
          ...before,
          metadata: { ...before.metadata, currentTimestamp: 0 },
        });
      }
    });

    it('assigns a waiting ticket to the agent whose capacity it frees', async () => {
      await desk.putSettings({ queues: [thaiQueue, { id: 'default' }] });
      const thai = await desk.onlineAgent({ capacity: 1, skills: ['language:tha'] });
      const other = await desk.onlineAgent();
      const metadata = { language: 'tha' };
      const [transferred, waiting] = [
        await desk.createTicket({ metadata }),
        await desk.createTicket({ metadata }),
      ];
      const params = { ticketID: transferred.id };
      await thai.ok('transferTicket', 200, { params, json: { agentId: other.id } });
      expect(await thai.ok('listTickets', 200)).toMatchObject([{ id: waiting.id }]);
    });

    it('is refused when the chosen agent is full, not routable or not connected, and changes nothing', async () => {
      const full = await desk.onlineAgent({ capacity: 0 });
      const busy = await desk.onlineAgent();
      await busy.ok('setStatus', 200, { json: { status: 'busy' } });
      const away = await desk.newAgent();
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const named = { params: { agentID: away.id } };
      await supervisor.ok('putAgent', 200, { ...named, json: { email: away.email, name: 'Kim' } });
      await supervisor.ok('setAgentStatus', 200, { ...named, json: { status: 'online' } });
      const { agent, params } = await desk.assignedTicket();
      for (const { id } of [full, busy, away]) {
        const sent = { params, json: { agentId: id } };
        const error = await agent.refused('transferTicket', 'agent_cannot_receive', sent);
        expect(error?.source).toEqual({ pointer: '/agentId' });
      }
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: params.ticketID }]);
    });

    it('does not show an agent which other agents exist', async () => {
      const away = await desk.onlineAgent();
      await away.ok('setOffline', 200);
      const { agent, params } = await desk.assignedTicket();
      const refusal = async (agentId: string) => {
        const error = await agent.refused('transferTicket', 'agent_cannot_receive', {
          params,
          json: { agentId },
        });
        return { ...error, id: '' };
      };
      expect(await refusal(crypto.randomUUID())).toEqual(await refusal(away.id));
    });

    it('refuses an unknown agent and an unknown queue', async () => {
      const { agent, params } = await desk.assignedTicket();
      const supervisor = await desk.signIn({ role: 'supervisor' });
      for (const agentId of [crypto.randomUUID(), '__proto__', 'nobody@desk.example']) {
        const sent = { params, json: { agentId } };
        const error = await supervisor.refused('transferTicket', 'agent_not_found', sent);
        expect(error?.source).toEqual({ pointer: '/agentId' });
      }
      for (const queueId of ['nowhere', '__proto__', 'DEFAULT']) {
        const error = await agent.refused('transferTicket', 'queue_unknown', { params, json: { queueId } });
        expect(error?.source).toEqual({ pointer: '/queueId' });
      }
    });

    it('moves the ticket to another queue, at the place of its age, for agents with the skills needed there', async () => {
      await desk.putSettings({ queues: [thaiQueue, { id: 'default' }] });
      const { agent, params } = await desk.assignedTicket();
      const json = { queueId: 'thai', note: 'writes Thai' };
      const moved = await agent.ok('transferTicket', 200, { params, json });
      expect(moved).toMatchObject({ status: 'CREATED', queueId: 'thai' });
      expect(moved).not.toHaveProperty('agentId');
      await nextInstant();
      await desk.createTicket({ metadata: { language: 'tha' } });
      const thai = await desk.onlineAgent({ capacity: 1, skills: ['language:tha'] });
      expect(await thai.ok('listTickets', 200)).toMatchObject([{ id: params.ticketID }]);
    });

    it('keeps the ticket in the chosen queue when its fields change', async () => {
      await desk.putSettings({ queues: [thaiQueue, { id: 'default' }] });
      const { id } = await desk.createTicket({ metadata: { language: 'tha' } });
      const service = await desk.service();
      const params = { ticketID: id };
      await service.ok('transferTicket', 200, { params, json: { queueId: 'default' } });
      const json = { status: 'UPDATE_FIELD', fields: { metadata: { ccr: 'order' } } };
      expect(await service.ok('setTicketStatus', 200, { params, json })).toMatchObject({
        queueId: 'default',
      });
    });

    it('offers the ticket to another agent first when the chosen queue is the same', async () => {
      const { agent, params } = await desk.assignedTicket();
      const other = await desk.onlineAgent();
      await desk.createTicket();
      const json = { queueId: 'default' };
      expect(await agent.ok('transferTicket', 200, { params, json })).toMatchObject({ agentId: other.id });
    });

    it.each([
      ['neither an agent nor a queue', {}],
      ['both an agent and a queue', { agentId: 'ben', queueId: 'default' }],
    ])('is refused with %s', async (_, json) => {
      const { agent, params } = await desk.assignedTicket();
      await agent.refused('transferTicket', 'body_invalid', { params, json });
    });

    it.each([{ agentId: 'nobody' }, { queueId: 'default' }])(
      'is refused in wrap-up and for a closed ticket, with %j',
      async (json) => {
        const { agent, params } = await desk.ticketInWrapUp();
        const wrapUp = await agent.refused('transferTicket', 'transition_not_allowed', { params, json });
        expect(wrapUp?.meta).toEqual({ ticketStatus: 'CHAT_CLOSED', allowedStatuses: ['CLOSED'] });
        await agent.ok('closeTicket', 200, { params });
        const closed = await agent.refused('transferTicket', 'transition_not_allowed', { params, json });
        expect(closed?.meta).toEqual({ ticketStatus: 'CLOSED', allowedStatuses: [] });
      },
    );

    it('refuses an unknown ticket', async () => {
      const service = await desk.service();
      const params = { ticketID: crypto.randomUUID() };
      for (const json of [{ agentId: 'nobody' }, { queueId: 'nowhere' }])
        await service.refused('transferTicket', 'ticket_not_found', { params, json });
    });
  });
