import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { readIds } from '../list/pages.ts';

/** An archived agent, and the time of issue of a token that comes after the archiving. */
async function archived(desk: Desk) {
  const agent = await desk.onlineAgent({ capacity: 7, skills: ['vip'] });
  const service = await desk.service();
  const params = { agentID: agent.id };
  await service.ok('archiveAgent', 200, { params });
  return { agent, service, params, issuedAt: Math.floor(Date.now() / 1000) + 55 };
}

/**
 * Proves that an archived agent keeps its record and history, gets nothing and cannot work, until a person brings it back.
 */
export const archiveAgent = (desk: Desk) =>
  describe('archiveAgent and unarchiveAgent (/v1/agents/{agentID}/archive and unarchive)', () => {
    it.each(['service', 'supervisor', 'admin'] as const)('let the role %s archive', async (role) => {
      const { agentID } = { agentID: crypto.randomUUID() };
      const person = await desk.signIn({ role });
      const json = { email: `${agentID}@desk.example`, name: 'Kim' };
      const params = { agentID };
      const record = await person.ok('putAgent', 200, { params, json });
      expect(await person.ok('archiveAgent', 200, { params })).toEqual({ ...record, isArchived: true });
      expect(await person.ok('unarchiveAgent', 200, { params })).toEqual(record);
    });

    it('keep the record, and take the agent offline and out of the list', async () => {
      const { agent, service, params } = await archived(desk);
      const record = { id: agent.id, capacity: 7, skills: ['vip'], email: agent.email, name: agent.name };
      expect(await service.ok('getAgent', 200, { params })).toMatchObject({
        ...record,
        status: 'offline',
        isConnected: false,
        isArchived: true,
      });
      const listed = (isArchived: string) =>
        readIds(service, 'listAgents', { query: { text: agent.email, isArchived } });
      expect(await listed('true')).toEqual([agent.id]);
      expect(await listed('false')).toEqual([]);
      await service.ok('unarchiveAgent', 200, { params });
      expect(await listed('true')).toEqual([]);
      expect(await listed('false')).toEqual([agent.id]);
    });

    it('refuse an agent that has open tickets, and keep its history', async () => {
      const { agent, params: ticket } = await desk.assignedTicket();
      const service = await desk.service();
      const params = { agentID: agent.id };
      expect(await service.refused('archiveAgent', 'agent_has_tickets', { params })).toMatchObject({
        meta: { ticketIds: [ticket.ticketID] },
      });
      expect(await service.ok('getAgent', 200, { params })).toMatchObject({
        status: 'online',
        isArchived: false,
      });
      await agent.ok('closeTicket', 200, { params: ticket });
      await service.ok('archiveAgent', 200, { params });
      expect(await service.ok('getTicket', 200, { params: ticket })).toMatchObject({ agentId: agent.id });
    });

    it('refuse the tokens of an archived agent', async () => {
      const { agent, issuedAt } = await archived(desk);
      const later = await desk.signIn({ role: 'agent', sub: agent.id, issuedAt });
      for (const signedIn of [agent, later]) {
        await signedIn.refused('setOnline', 'token_revoked');
        await signedIn.refused('getAgentInfo', 'token_revoked');
      }
    });

    it('let nobody set the status of an archived agent, or give it a ticket', async () => {
      const { agent, service, params } = await archived(desk);
      const supervisor = await desk.signIn({ role: 'supervisor', sub: agent.id });
      await supervisor.refused('setOnline', 'agent_archived');
      const json = { status: 'online' };
      await supervisor.refused('setStatus', 'agent_archived', { json });
      await service.refused('setAgentStatus', 'agent_archived', { params, json });
      const headers = { 'X-Agent-ID': agent.email };
      await service.refused('setOnline', 'agent_archived', { headers });
      const { ticket } = await desk.waitingTicket();
      await service.refused('transferTicket', 'agent_cannot_receive', {
        params: { ticketID: ticket.id },
        json: { agentId: agent.id },
      });
      expect(await service.ok('getAgent', 200, { params })).toMatchObject({
        status: 'offline',
        isConnected: false,
        load: 0,
      });
    });

    it('let a record be replaced, which brings nobody back, and keep its id and email', async () => {
      const { agent, service, params } = await archived(desk);
      const json = { email: agent.email, name: 'Kim' };
      expect(await service.ok('putAgent', 200, { params, json })).toMatchObject({
        name: 'Kim',
        isArchived: true,
      });
      await service.refused('putAgent', 'email_taken', { params: { agentID: crypto.randomUUID() }, json });
      const other = await desk.signIn({ role: 'agent', email: agent.email });
      await other.refused('setOnline', 'email_taken');
    });

    it('make the tokens of an agent that comes back valid again, so that it gets tickets', async () => {
      const { agent, service, params } = await archived(desk);
      expect(await service.ok('unarchiveAgent', 200, { params })).toMatchObject({
        status: 'offline',
        isArchived: false,
        capacity: 7,
      });
      await agent.ok('setOnline', 200);
      expect(await desk.createTicket()).toMatchObject({ agentId: agent.id });
    });

    it('leave tokens revoked that a person revoked', async () => {
      const agent = await desk.onlineAgent();
      const service = await desk.service();
      const params = { agentID: agent.id };
      await service.ok('revokeTokens', 200, { json: { role: 'agent', sub: agent.id } });
      await service.ok('archiveAgent', 200, { params });
      await service.ok('unarchiveAgent', 200, { params });
      await agent.refused('setOnline', 'token_revoked');
    });

    it('change nothing when they are repeated', async () => {
      const { agent, service, params } = await archived(desk);
      const record = await service.ok('getAgent', 200, { params });
      expect(await service.ok('archiveAgent', 200, { params })).toEqual(record);
      const back = await service.ok('unarchiveAgent', 200, { params });
      await agent.ok('setOnline', 200);
      expect(await service.ok('unarchiveAgent', 200, { params })).toMatchObject({
        id: back.id,
        status: 'online',
      });
    });

    it('leave the removal of an archived agent possible, after which it can be added again', async () => {
      const { agent, service, params } = await archived(desk);
      await service.ok('deleteAgent', 204, { params });
      await service.refused('unarchiveAgent', 'agent_not_found', { params });
      await agent.refused('setOnline', 'token_revoked');
      const json = { email: agent.email, name: 'Kim' };
      expect(await service.ok('putAgent', 200, { params, json })).toMatchObject({ isArchived: false });
      await agent.ok('setOnline', 200);
    });

    it('return 404 for an unknown id', async () => {
      const service = await desk.service();
      const params = { agentID: crypto.randomUUID() };
      await service.refused('archiveAgent', 'agent_not_found', { params });
      await service.refused('unarchiveAgent', 'agent_not_found', { params });
    });
  });
