import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { lastSeq, readEventLog } from '../event/event-log.ts';

const now = () => Math.floor(Date.now() / 1000);

/**
 * Proves which tokens a revocation ends, that an ended token changes nothing, and that the event log records who revoked it.
 * Tokens with different issue times are used before and after.
 */
export const revokeTokens = (desk: Desk) =>
  describe('revokeTokens (POST /v1/tokens/revoke)', () => {
    it('ends every token that the subject has, also one of an issuer whose clock is ahead', async () => {
      const admin = await desk.signIn({ role: 'admin' });
      const agent = await desk.signIn({ role: 'agent', issuedAt: now() - 100 });
      const second = await desk.signIn({ role: 'agent', sub: agent.id, issuedAt: now() });
      const ahead = await desk.signIn({ role: 'agent', sub: agent.id, issuedAt: now() + 50 });
      await ahead.ok('listStatuses', 200);
      const json = { role: 'agent', sub: agent.id } as const;
      const { revokedTimestamp, ...who } = await admin.ok('revokeTokens', 200, { json });
      expect(who).toEqual(json);
      expect(Math.abs(revokedTimestamp - 60 - now())).toBeLessThan(10);
      await agent.refused('listStatuses', 'token_revoked');
      await second.refused('listStatuses', 'token_revoked');
      await ahead.refused('listStatuses', 'token_revoked');
    });

    it('leaves the tokens of the same id in another role, and of other subjects', async () => {
      const agent = await desk.newAgent();
      const namesake = await desk.signIn({ role: 'supervisor', sub: agent.id });
      const other = await desk.newAgent();
      const json = { role: 'agent', sub: agent.id };
      await (await desk.service()).ok('revokeTokens', 200, { json });
      await namesake.ok('listStatuses', 200);
      await other.ok('listStatuses', 200);
    });

    it('prevents every change with a revoked token', async () => {
      const agent = await desk.onlineAgent();
      await (await desk.service()).ok('revokeTokens', 200, { json: { role: 'agent', sub: agent.id } });
      await agent.refused('setStatus', 'token_revoked', { json: { status: 'busy' } });
      const supervisor = await desk.signIn({ role: 'supervisor' });
      expect(await supervisor.ok('getAgent', 200, { params: { agentID: agent.id } })).toMatchObject({
        status: 'online',
      });
    });

    it('is all that the bearer of a revoked token learns, whatever is wrong with its call', async () => {
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const json = { role: 'supervisor', sub: supervisor.id };
      await (await desk.service()).ok('revokeTokens', 200, { json });
      await supervisor.refused('createTicket', 'token_revoked', { json: { customer: 1 } });
      await supervisor.refused('revokeTokens', 'token_revoked', { json });
      await supervisor.refused('searchMessages', 'token_revoked', { query: { limit: 0 } });
      await supervisor.refused('putAgent', 'token_revoked', { params: { agentID: 'a b' }, json: {} });
      await supervisor.refused('getAgentInfo', 'token_revoked', { headers: { 'X-Agent-ID': 'a b' } });
    });

    it('adds one event with its actor to the event log', async () => {
      const service = await desk.service();
      const start = await lastSeq(desk);
      const json = { role: 'customer', sub: crypto.randomUUID() };
      await service.ok('revokeTokens', 200, { json });
      const events = (await readEventLog(desk, start)).filter(({ type }) => type === 'tokens.revoked');
      expect(events).toMatchObject([{ data: json, actor: { role: 'service', id: service.id } }]);
    });
  });
