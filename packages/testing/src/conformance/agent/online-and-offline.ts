import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';

/**
 * Proves that an agent can go online and offline, and that going online for the first time creates its record from
 * the token.
 */
export const onlineAndOffline = (desk: Desk) =>
  describe('setOnline and setOffline (PUT /v1/online, PUT /v1/offline)', () => {
    it('create the agent’s record from the token’s claims at the first setOnline', async () => {
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
        lastLoginTime: record.updatedAt,
        isArchived: false,
      });
    });

    it('create a record from a token without email and name', async () => {
      const agent = await desk.signIn({ role: 'agent', email: undefined, name: undefined });
      await agent.ok('setOnline', 200);
      const service = await desk.service();
      const record = await service.ok('getAgent', 200, { params: { agentID: agent.id } });
      expect(record).not.toHaveProperty('email');
      expect(record).not.toHaveProperty('name');
    });

    it('set an agent offline and online again, and accept a repeated call', async () => {
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      expect(await agent.ok('setOffline', 200)).toEqual({ id: agent.id, status: 'offline' });
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'offline' });
      expect(await agent.ok('setOffline', 200)).toEqual({ id: agent.id, status: 'offline' });
      expect(await agent.ok('setOnline', 200)).toEqual({ id: agent.id, status: 'online' });
      expect(await agent.ok('setOnline', 200)).toEqual({ id: agent.id, status: 'online' });
    });

    it('refuse setOffline to an agent without a record', async () => {
      const newAgent = await desk.newAgent();
      await newAgent.refused('setOffline', 'agent_not_found');
      await newAgent.refused('getAgentInfo', 'agent_not_found');
    });

    it('leave an agent that goes offline its tickets', async () => {
      const { agent, ticket } = await desk.assignedTicket();
      await agent.ok('setOffline', 200);
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id: ticket.id }]);
    });

    it('refuse to create a record with the email of another agent', async () => {
      const owner = await desk.onlineAgent();
      const other = await desk.signIn({ role: 'agent', email: owner.email.toUpperCase() });
      await other.refused('setOnline', 'email_taken');
      await other.refused('setStatus', 'email_taken', { json: { status: 'busy' } });
      await other.refused('getAgentInfo', 'agent_not_found');
    });

    it('refuse to create a record whose id is the email of another agent, or whose email is its id', async () => {
      const owner = await desk.onlineAgent();
      const meta = { agentId: owner.id };
      const other = await desk.signIn({ role: 'agent', sub: owner.email.toUpperCase(), email: undefined });
      expect(await other.refused('setOnline', 'email_taken')).toMatchObject({ meta });
      const named = await desk.signIn({ role: 'agent', sub: `${crypto.randomUUID()}@desk.example` });
      await named.ok('setOnline', 200);
      const third = await desk.signIn({ role: 'agent', email: named.id });
      expect(await third.refused('setOnline', 'email_taken')).toMatchObject({ meta: { agentId: named.id } });
      const service = await desk.service();
      expect(await service.ok('getAgentInfo', 200, actingFor(owner.email))).toMatchObject({ id: owner.id });
    });

    it('let a service act for an agent that has a record', async () => {
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

    it('let supervisors and admins work as agents', async () => {
      for (const role of ['supervisor', 'admin'] as const) {
        const person = await desk.signIn({ role });
        expect(await person.ok('setOnline', 200)).toEqual({ id: person.id, status: 'online' });
        expect(await person.ok('listTickets', 200)).toEqual([]);
      }
    });
  });
