import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

export const setAgentStatus = (desk: Desk) =>
  describe('PUT /v1/agents/{agentID}/status', () => {
    it.each(['service', 'supervisor', 'admin'] as const)('is set by a %s', async (role) => {
      const agent = await desk.onlineAgent();
      const keeper = await desk.signIn({ role });
      const params = { agentID: agent.id };
      const before = await keeper.ok('getAgent', 200, { params });
      const record = await keeper.ok('setAgentStatus', 200, { params, json: { status: 'break' } });
      expect(record).toEqual({ ...before, status: 'break', updatedAt: expect.any(String) });
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'break' });
      expect(await desk.createTicket()).toMatchObject({ status: 'CREATED' });
    });

    it('gives an agent who is there what waits', async () => {
      const agent = await desk.onlineAgent();
      await agent.ok('setStatus', 200, { json: { status: 'busy' } });
      const { id } = await desk.createTicket();
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const params = { agentID: agent.id };
      const record = await supervisor.ok('setAgentStatus', 200, { params, json: { status: 'online' } });
      expect(record).toMatchObject({ status: 'online', load: 1 });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id }]);
    });

    it('does not make an agent be there who is not', async () => {
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const params = { agentID: crypto.randomUUID() };
      const json = { email: `${params.agentID}@desk.example`, name: 'Kim' };
      await supervisor.ok('putAgent', 200, { params, json });
      const record = await supervisor.ok('setAgentStatus', 200, { params, json: { status: 'online' } });
      expect(record).toMatchObject({ status: 'online', isConnected: false });
      expect(await desk.createTicket()).toMatchObject({ status: 'CREATED' });
    });

    it('leaves the agent the tickets that it has', async () => {
      const { agent, ticket } = await desk.assignedTicket();
      const service = await desk.service();
      const params = { agentID: agent.id };
      await service.ok('setAgentStatus', 200, { params, json: { status: 'offline' } });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: ticket.id }]);
    });

    it('knows no status that there is not, and changes nothing', async () => {
      const agent = await desk.onlineAgent();
      const service = await desk.service();
      const params = { agentID: agent.id };
      for (const status of ['lunch', '__proto__', 'ONLINE']) {
        const error = await service.refused('setAgentStatus', 'status_unknown', { params, json: { status } });
        expect(error?.source).toEqual({ pointer: '/status' });
      }
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'online' });
    });

    it('makes no record, and knows an agent by its id alone', async () => {
      const agent = await desk.onlineAgent();
      const service = await desk.service();
      for (const agentID of [crypto.randomUUID(), agent.email]) {
        const sent = { params: { agentID }, json: { status: 'busy' } };
        const error = await service.refused('setAgentStatus', 'agent_not_found', sent);
        expect(error?.source).toEqual({ parameter: 'agentID' });
      }
    });
  });
