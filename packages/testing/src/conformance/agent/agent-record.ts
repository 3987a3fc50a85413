import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';

const newRecord = () => ({ email: `${crypto.randomUUID()}@desk.example`, name: 'Kim' });

export const agentRecord = (desk: Desk) =>
  describe('/v1/agents/{agentID}', () => {
    it.each(['service', 'supervisor', 'admin'] as const)('is kept by a %s', async (role) => {
      const keeper = await desk.signIn({ role });
      const params = { agentID: crypto.randomUUID() };
      const json = { ...newRecord(), capacity: 5, skills: ['entity:FP_SG', 'language:eng'] };
      const record = await keeper.ok('putAgent', 200, { params, json });
      expect(record).toEqual({
        ...json,
        id: params.agentID,
        status: 'offline',
        updatedAt: expect.any(String),
        load: 0,
        isConnected: false,
      });
      expect(await keeper.ok('getAgent', 200, { params })).toEqual(record);
      await keeper.ok('deleteAgent', 204, { params });
      await keeper.refused('getAgent', 'agent_not_found', { params });
    });

    it('is replaced as a whole, with defaults for what is left out', async () => {
      const service = await desk.service();
      const params = { agentID: crypto.randomUUID() };
      const json = { ...newRecord(), capacity: 5, skills: ['language:eng'] };
      await service.ok('putAgent', 200, { params, json });
      const second = newRecord();
      expect(await service.ok('putAgent', 200, { params, json: second })).toMatchObject({
        ...second,
        capacity: 3,
        skills: [],
      });
    });

    it('keeps status, load and connection when it is replaced', async () => {
      const { agent } = await desk.assignedTicket();
      await agent.ok('setStatus', 200, { json: { status: 'busy' } });
      const service = await desk.service();
      const params = { agentID: agent.id };
      const before = await service.ok('getAgent', 200, { params });
      expect(before).toMatchObject({ status: 'busy', load: 1, isConnected: true });
      const after = await service.ok('putAgent', 200, { params, json: newRecord() });
      expect(after).toMatchObject({
        status: 'busy',
        updatedAt: before.updatedAt,
        load: 1,
        isConnected: true,
      });
    });

    it('may keep its own email, in other letter case too', async () => {
      const service = await desk.service();
      const params = { agentID: crypto.randomUUID() };
      const json = newRecord();
      await service.ok('putAgent', 200, { params, json });
      await service.ok('putAgent', 200, { params, json });
      await service.ok('putAgent', 200, { params, json: { ...json, email: json.email.toUpperCase() } });
      expect(await service.ok('getAgentInfo', 200, actingFor(json.email))).toMatchObject({
        id: params.agentID,
      });
    });

    it('may not take another agent’s email, in any letter case', async () => {
      const service = await desk.service();
      const owner = { agentID: crypto.randomUUID() };
      const other = { agentID: crypto.randomUUID() };
      const [json, own] = [newRecord(), newRecord()];
      await service.ok('putAgent', 200, { params: owner, json });
      await service.ok('putAgent', 200, { params: other, json: own });
      for (const email of [json.email, json.email.toUpperCase()]) {
        await service.refused('putAgent', 'email_taken', { params: other, json: { ...own, email } });
      }
      expect(await service.ok('getAgent', 200, { params: other })).toMatchObject(own);
      const fresh = { agentID: crypto.randomUUID() };
      await service.refused('putAgent', 'email_taken', { params: fresh, json });
      await service.refused('getAgent', 'agent_not_found', { params: fresh });
    });

    it('stays while it has open tickets', async () => {
      const { agent, params: ticket } = await desk.assignedTicket();
      const service = await desk.service();
      const params = { agentID: agent.id };
      await service.refused('deleteAgent', 'agent_has_tickets', { params });
      await agent.ok('closeRoom', 200, { params: ticket });
      await service.refused('deleteAgent', 'agent_has_tickets', { params });
      await agent.ok('closeTicket', 200, { params: ticket });
      await service.ok('deleteAgent', 204, { params });
    });

    it('is gone once deleted: 404 everywhere, its email free, its history kept', async () => {
      const { agent, params: ticket } = await desk.assignedTicket();
      const service = await desk.service();
      const params = { agentID: agent.id };
      await agent.ok('closeTicket', 200, { params: ticket });
      await service.ok('deleteAgent', 204, { params });
      await service.refused('getAgent', 'agent_not_found', { params });
      await service.refused('deleteAgent', 'agent_not_found', { params });
      await agent.refused('getAgentInfo', 'agent_not_found');
      await agent.refused('listTickets', 'agent_not_found');
      await agent.refused('setOffline', 'agent_not_found');
      expect(await service.ok('getTicket', 200, { params: ticket })).toMatchObject({ agentId: agent.id });
      expect(await desk.createTicket()).toMatchObject({ status: 'CREATED' });
      await service.ok('putAgent', 200, {
        params: { agentID: crypto.randomUUID() },
        json: { email: agent.email, name: 'Next' },
      });
    });

    it('comes back with the agent’s next PUT /v1/online', async () => {
      const agent = await desk.onlineAgent({ capacity: 7, skills: ['old'] });
      const service = await desk.service();
      const params = { agentID: agent.id };
      await service.ok('deleteAgent', 204, { params });
      await agent.ok('setOnline', 200);
      expect(await service.ok('getAgent', 200, { params })).toMatchObject({ capacity: 3, skills: [] });
    });

    it('is not there for an id that nobody has', async () => {
      const service = await desk.service();
      for (const agentID of [crypto.randomUUID(), '__proto__', 'constructor', "'OR'1'='1", '*']) {
        await service.refused('getAgent', 'agent_not_found', { params: { agentID } });
        await service.refused('deleteAgent', 'agent_not_found', { params: { agentID } });
      }
    });
  });
