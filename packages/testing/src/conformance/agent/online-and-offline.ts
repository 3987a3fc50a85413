import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';

export const onlineAndOffline = (desk: Desk) =>
  describe('PUT /v1/online and /v1/offline', () => {
    it('make the agent’s record from the token’s claims at the first call', async () => {
      const agent = await desk.newAgent();
      expect(await agent.ok('setOnline', 200)).toEqual({ id: agent.id, status: 'online' });

      const service = await desk.service();
      const record = await service.ok('getAgent', 200, { params: { agentID: agent.id } });
      expect(record).toEqual({
        id: agent.id,
        email: agent.email,
        name: agent.name,
        status: 'online',
        updatedAt: expect.any(String),
        capacity: 3,
        load: 0,
        skills: [],
        isConnected: true,
      });
    });

    it('make a record from a token that has neither email nor name', async () => {
      const agent = await desk.signIn({ role: 'agent', email: undefined, name: undefined });
      await agent.ok('setOnline', 200);
      const service = await desk.service();
      const record = await service.ok('getAgent', 200, { params: { agentID: agent.id } });
      expect(record).not.toHaveProperty('email');
      expect(record).not.toHaveProperty('name');
    });

    it('take an agent offline and on again', async () => {
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      expect(await agent.ok('setOffline', 200)).toEqual({ id: agent.id, status: 'offline' });
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'offline' });
      expect(await agent.ok('setOffline', 200)).toEqual({ id: agent.id, status: 'offline' });
      expect(await agent.ok('setOnline', 200)).toEqual({ id: agent.id, status: 'online' });
      expect(await agent.ok('setOnline', 200)).toEqual({ id: agent.id, status: 'online' });
    });

    it('make no record by going offline', async () => {
      const stranger = await desk.newAgent();
      await stranger.refused('setOffline', 'agent_not_found');
      await stranger.refused('getAgentInfo', 'agent_not_found');
    });

    it('leave an agent that goes offline the tickets it has', async () => {
      const { agent, ticket } = await desk.assignedTicket();
      await agent.ok('setOffline', 200);
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: ticket.id }]);
    });

    it('make no record with an email that another agent has', async () => {
      const owner = await desk.onlineAgent();
      const other = await desk.signIn({ role: 'agent', email: owner.email.toUpperCase() });
      await other.refused('setOnline', 'email_taken');
      await other.refused('setStatus', 'email_taken', { json: { status: 'busy' } });
      await other.refused('getAgentInfo', 'agent_not_found');
    });

    it('are done by a service for an agent that has a record', async () => {
      const agent = await desk.onlineAgent();
      const service = await desk.service();
      expect(await service.ok('setOffline', 200, actingFor(agent.email))).toEqual({
        id: agent.id,
        status: 'offline',
      });
      expect(await service.ok('setOnline', 200, actingFor(agent.id))).toEqual({
        id: agent.id,
        status: 'online',
      });
      await service.refused('setOnline', 'agent_not_found', actingFor(crypto.randomUUID()));
    });

    it('serve supervisors and admins as the agents they are too', async () => {
      for (const role of ['supervisor', 'admin'] as const) {
        const person = await desk.signIn({ role });
        expect(await person.ok('setOnline', 200)).toEqual({ id: person.id, status: 'online' });
        expect(await person.ok('listTickets', 200)).toEqual([]);
      }
    });
  });
