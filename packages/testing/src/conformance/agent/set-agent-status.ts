import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

/**
 * Proves who may set the status of another agent, and that routing follows the new status at once. A second client
 * reads the agent and its tickets after each call.
 */
export const setAgentStatus = (desk: Desk) =>
  describe('setAgentStatus (PUT /v1/agents/{agentID}/status)', () => {
    it.each(['service', 'supervisor', 'admin'] as const)('lets the role %s set the status', async (role) => {
      const agent = await desk.onlineAgent();
      const person = await desk.signIn({ role });
      const params = { agentID: agent.id };
      const before = await person.ok('getAgent', 200, { params });
      const record = await person.ok('setAgentStatus', 200, { params, json: { status: 'break' } });
      expect(record).toEqual({ ...before, status: 'break', updatedAt: expect.any(String) });
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'break' });
      expect(await desk.createTicket()).toMatchObject({ status: 'CREATED' });
    });

    it('assigns waiting tickets to a connected agent who becomes routable', async () => {
      const agent = await desk.onlineAgent();
      await agent.ok('setStatus', 200, { json: { status: 'busy' } });
      const { id } = await desk.createTicket();
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const params = { agentID: agent.id };
      const record = await supervisor.ok('setAgentStatus', 200, { params, json: { status: 'online' } });
      expect(record).toMatchObject({ status: 'online', load: 1 });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id }]);
    });

    it('does not connect an agent', async () => {
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const params = { agentID: crypto.randomUUID() };
      const json = { email: `${params.agentID}@desk.example`, name: 'Kim' };
      await supervisor.ok('putAgent', 200, { params, json });
      const record = await supervisor.ok('setAgentStatus', 200, { params, json: { status: 'online' } });
      expect(record).toMatchObject({ status: 'online', isConnected: false });
      expect(await desk.createTicket()).toMatchObject({ status: 'CREATED' });
    });

    it('leaves the agent its tickets', async () => {
      const { agent, ticket } = await desk.assignedTicket();
      const service = await desk.service();
      const params = { agentID: agent.id };
      await service.ok('setAgentStatus', 200, { params, json: { status: 'offline' } });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: ticket.id }]);
    });

    it('refuses an unknown status and changes nothing', async () => {
      const agent = await desk.onlineAgent();
      const service = await desk.service();
      const params = { agentID: agent.id };
      for (const status of ['lunch', '__proto__', 'ONLINE']) {
        const error = await service.refused('setAgentStatus', 'status_unknown', { params, json: { status } });
        expect(error?.source).toEqual({ pointer: '/status' });
      }
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'online' });
    });

    it('refuses an unknown id and an email, and creates no record', async () => {
      const agent = await desk.onlineAgent();
      const service = await desk.service();
      for (const agentID of [crypto.randomUUID(), agent.email]) {
        const sent = { params: { agentID }, json: { status: 'busy' } };
        const error = await service.refused('setAgentStatus', 'agent_not_found', sent);
        expect(error?.source).toEqual({ parameter: 'agentID' });
      }
    });
  });
