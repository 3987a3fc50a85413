import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { lastSeq, readEventLog } from '../event/event-log.ts';

/** Saves a record that nobody has used. */
async function savedRecord(desk: Desk) {
  const supervisor = await desk.signIn({ role: 'supervisor' });
  const agentID = `file-${crypto.randomUUID()}`;
  const json = {
    email: `Kim.${crypto.randomUUID()}@desk.example`,
    name: 'Kim',
    skills: ['language:tha'],
    capacity: 5,
  };
  await supervisor.ok('putAgent', 200, { params: { agentID }, json });
  return { supervisor, agentID, ...json };
}

const join = (desk: Desk) => desk.putSettings({ joinsAgentsByEmail: true });

/**
 * Proves that a record that a person saved gets the id of the identity provider, once and only if the settings allow
 * it.
 */
export const joinRecord = (desk: Desk) =>
  describe('a record that was saved before its agent signs in', () => {
    it('gets the id of the token with its email, keeps its fields, and the event log says so', async () => {
      await join(desk);
      const { supervisor, agentID, email, skills, capacity } = await savedRecord(desk);
      const start = await lastSeq(desk);
      const kim = await desk.signIn({ role: 'agent', email: email.toLowerCase(), name: 'Other name' });
      expect(await kim.ok('setOnline', 200)).toEqual({ id: kim.id, status: 'online' });
      expect(await supervisor.ok('getAgent', 200, { params: { agentID: kim.id } })).toMatchObject({
        email,
        name: 'Kim',
        skills,
        capacity,
        isConnected: true,
      });
      await supervisor.refused('getAgent', 'agent_not_found', { params: { agentID } });
      const events = await readEventLog(desk, start);
      expect(events.filter(({ type }) => type === 'agent.joined')).toMatchObject([
        { agentId: kim.id, data: { joinedFrom: agentID }, actor: { role: 'agent', id: kim.id } },
      ]);
      const ticket = await desk.createTicket({ metadata: { language: 'tha' } });
      expect(ticket.agentId).toBe(kim.id);
    });

    it('is joined by its email in another letter case, in every script', async () => {
      await join(desk);
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const agentID = `file-${crypto.randomUUID()}`;
      const email = `ÅSA.${crypto.randomUUID()}@ПОЧТА.example`;
      await supervisor.ok('putAgent', 200, { params: { agentID }, json: { email, name: 'Åsa' } });
      const asa = await desk.signIn({ role: 'agent', email: email.toLowerCase() });
      await asa.ok('setOnline', 200);
      expect(await supervisor.ok('getAgent', 200, { params: { agentID: asa.id } })).toMatchObject({ email });
    });

    it('is joined once, also if the agent has not been online', async () => {
      await join(desk);
      const { email } = await savedRecord(desk);
      const kim = await desk.signIn({ role: 'agent', email });
      await kim.ok('setStatus', 200, { json: { status: 'offline' } });
      const other = await desk.signIn({ role: 'agent', email });
      const error = await other.refused('setOnline', 'email_taken');
      expect(error).toMatchObject({ meta: { agentId: kim.id } });
    });

    it('is not joined after somebody used it', async () => {
      await join(desk);
      const { agentID, email } = await savedRecord(desk);
      const first = await desk.signIn({ role: 'agent', sub: agentID });
      await first.ok('setOnline', 200);
      await first.ok('setOffline', 200);
      const other = await desk.signIn({ role: 'agent', email });
      await other.refused('setOnline', 'email_taken');
    });

    it('is not joined by an email that the issuer has not checked', async () => {
      await join(desk);
      const { email } = await savedRecord(desk);
      for (const email_verified of [false, 'false'] as const) {
        const other = await desk.signIn({ role: 'agent', email, email_verified });
        await other.refused('setOnline', 'email_taken');
      }
      const kim = await desk.signIn({ role: 'agent', email, email_verified: true });
      await kim.ok('setOnline', 200);
    });

    it('is not joined by an agent that has a record', async () => {
      await join(desk);
      const agent = await desk.onlineAgent();
      const { supervisor, agentID, email } = await savedRecord(desk);
      const moved = await desk.signIn({ role: 'agent', sub: agent.id, email });
      await moved.ok('setOnline', 200);
      await supervisor.ok('getAgent', 200, { params: { agentID } });
    });

    it('is named by the error if the settings do not allow to join it', async () => {
      const { agentID, email } = await savedRecord(desk);
      const kim = await desk.signIn({ role: 'agent', email });
      expect(await kim.refused('setOnline', 'email_taken')).toMatchObject({ meta: { agentId: agentID } });
    });

    it('is joined by an agent that may not create a record', async () => {
      await desk.putSettings({ joinsAgentsByEmail: true, createsAgents: false });
      const { email } = await savedRecord(desk);
      const kim = await desk.signIn({ role: 'agent', email });
      await kim.ok('setOnline', 200);
      const stranger = await desk.newAgent();
      await stranger.refused('setOnline', 'agent_not_found');
    });
  });
