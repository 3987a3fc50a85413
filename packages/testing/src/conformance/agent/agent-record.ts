import { describe, expect, it } from 'vitest';
import { actingFor, type Desk } from '../../open-desk.ts';
import { lastSeq, readEventLog } from '../event/event-log.ts';

const newRecord = () => ({ email: `${crypto.randomUUID()}@desk.example`, name: 'Kim' });

/**
 * Proves the life of an agent’s record: who may save, read and delete it, what a replacement keeps, and what is left
 * after a deletion.
 */
export const agentRecord = (desk: Desk) =>
  describe('putAgent, getAgent and deleteAgent (/v1/agents/{agentID})', () => {
    it.each(['service', 'supervisor', 'admin'] as const)(
      'let the role %s save, read and delete a record',
      async (role) => {
        const person = await desk.signIn({ role });
        const params = { agentID: crypto.randomUUID() };
        const json = { ...newRecord(), capacity: 5, skills: ['entity:FP_SG', 'language:eng'] };
        const record = await person.ok('putAgent', 200, { params, json });
        expect(record).toEqual({
          ...json,
          id: params.agentID,
          status: 'offline',
          updatedAt: expect.any(String),
          load: 0,
          isConnected: false,
          isArchived: false,
        });
        expect(await person.ok('getAgent', 200, { params })).toEqual(record);
        await person.ok('deleteAgent', 204, { params });
        await person.refused('getAgent', 'agent_not_found', { params });
      },
    );

    it('replace the whole record, with defaults for fields that are left out', async () => {
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

    it('keep status, load and connection when the record is replaced', async () => {
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

    it('let a record keep its email, also in another letter case', async () => {
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

    it('refuse the email of another agent, in any letter case', async () => {
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

    it('refuse to delete an agent that has open tickets', async () => {
      const { agent, params: ticket } = await desk.assignedTicket();
      const service = await desk.service();
      const params = { agentID: agent.id };
      const inTheWay = { meta: { ticketIds: [ticket.ticketID] } };
      expect(await service.refused('deleteAgent', 'agent_has_tickets', { params })).toMatchObject(inTheWay);
      await agent.ok('closeRoom', 200, { params: ticket });
      expect(await service.refused('deleteAgent', 'agent_has_tickets', { params })).toMatchObject(inTheWay);
      await agent.ok('closeTicket', 200, { params: ticket });
      await service.ok('deleteAgent', 204, { params });
    });

    it('delete a record: routes return 404, the email is free again, closed tickets still name the agent', async () => {
      const { agent, params: ticket } = await desk.assignedTicket();
      const service = await desk.service();
      const params = { agentID: agent.id };
      await agent.ok('closeTicket', 200, { params: ticket });
      await service.ok('deleteAgent', 204, { params });
      await service.refused('getAgent', 'agent_not_found', { params });
      await service.refused('deleteAgent', 'agent_not_found', { params });
      for (const operation of ['getAgentInfo', 'listTickets', 'setOnline', 'setOffline'] as const)
        await agent.refused(operation, 'token_revoked');
      expect(await service.ok('getTicket', 200, { params: ticket })).toMatchObject({ agentId: agent.id });
      expect(await desk.createTicket()).toMatchObject({ status: 'CREATED' });
      await service.ok('putAgent', 200, {
        params: { agentID: crypto.randomUUID() },
        json: { email: agent.email, name: 'Next' },
      });
    });

    it.each([
      ['after', ['deleteAgent', 'revokeTokens']],
      ['before', ['revokeTokens', 'deleteAgent']],
    ] as const)('keep a revocation that a person makes right %s the deletion', async (_, calls) => {
      const agent = await desk.onlineAgent();
      const service = await desk.service();
      const start = await lastSeq(desk);
      const params = { agentID: agent.id };
      for (const call of calls) {
        if (call === 'deleteAgent') await service.ok('deleteAgent', 204, { params });
        else await service.ok('revokeTokens', 200, { json: { role: 'agent', sub: agent.id } });
      }
      await service.ok('putAgent', 200, { params, json: newRecord() });
      await agent.refused('getAgentInfo', 'token_revoked');
      const types = (await readEventLog(desk, start)).map(({ type }) => type);
      expect(types.filter((type) => type === 'tokens.revoked')).toHaveLength(1);
    });

    it('refuse a deleted agent until a person adds it again', async () => {
      const agent = await desk.onlineAgent({ capacity: 7, skills: ['old'] });
      const service = await desk.service();
      const params = { agentID: agent.id };
      await service.ok('deleteAgent', 204, { params });
      const laterToken = await desk.signIn({
        role: 'agent',
        sub: agent.id,
        issuedAt: Math.floor(Date.now() / 1000) + 55,
      });
      for (const signedIn of [agent, laterToken]) {
        await signedIn.refused('setOnline', 'token_revoked');
        await signedIn.refused('setStatus', 'token_revoked', { json: { status: 'online' } });
      }
      const otherRole = await desk.signIn({ role: 'supervisor', sub: agent.id });
      const otherId = await desk.signIn({ role: 'agent', email: agent.email.toUpperCase() });
      const emailAsId = await desk.signIn({ role: 'agent', sub: agent.email.toUpperCase() });
      const quoted = await desk.signIn({ role: 'agent', email: agent.email.replace(/^[^@]+/, '"$&"') });
      for (const signedIn of [otherRole, otherId, emailAsId, quoted]) {
        await signedIn.refused('setOnline', 'agent_removed');
        await signedIn.refused('setStatus', 'agent_removed', { json: { status: 'online' } });
      }
      await service.refused('getAgent', 'agent_not_found', { params });
      const json = { ...newRecord(), email: agent.email };
      expect(await service.ok('putAgent', 200, { params, json })).toMatchObject({ capacity: 3, skills: [] });
      await agent.ok('setOnline', 200);
    });

    it('refuse an id or email that names another agent', async () => {
      const service = await desk.service();
      const owner = { agentID: `Owner-${crypto.randomUUID()}@desk.example` };
      const json = newRecord();
      await service.ok('putAgent', 200, { params: owner, json });
      const refused = (code: 'agent_id_taken' | 'email_taken', agentID: string, email: string) =>
        service.refused('putAgent', code, { params: { agentID }, json: { email, name: 'Kim' } });
      const meta = { agentId: owner.agentID };
      const { email } = newRecord();
      expect(await refused('agent_id_taken', json.email.toUpperCase(), email)).toMatchObject({ meta });
      expect(await refused('agent_id_taken', owner.agentID.toLowerCase(), email)).toMatchObject({ meta });
      expect(await refused('email_taken', crypto.randomUUID(), owner.agentID)).toMatchObject({ meta });
    });

    it('return 404 for an unknown id', async () => {
      const service = await desk.service();
      for (const agentID of [crypto.randomUUID(), '__proto__', 'constructor', "'OR'1'='1", '*']) {
        await service.refused('getAgent', 'agent_not_found', { params: { agentID } });
        await service.refused('deleteAgent', 'agent_not_found', { params: { agentID } });
      }
    });
  });
