import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { lastSeq, readEventLog } from '../event/event-log.ts';

const now = () => Math.floor(Date.now() / 1000);

export const revokeTokens = (desk: Desk) =>
  describe('POST /v1/tokens/revoke', () => {
    it('refuses all that the person has, and takes one that is issued later', async () => {
      const admin = await desk.signIn({ role: 'admin' });
      const agent = await desk.signIn({ role: 'agent', issuedAt: now() - 100 });
      const second = await desk.signIn({ role: 'agent', sub: agent.id, issuedAt: now() });
      const json = { role: 'agent', sub: agent.id } as const;
      const { revokedTimestamp, ...who } = await admin.ok('revokeTokens', 200, { json });
      expect(who).toEqual(json);
      expect(Math.abs(revokedTimestamp - now())).toBeLessThan(10);
      await agent.refused('listStatuses', 'token_revoked');
      await second.refused('listStatuses', 'token_revoked');
      const later = await desk.signIn({ role: 'agent', sub: agent.id, issuedAt: revokedTimestamp + 1 });
      await later.ok('listStatuses', 200);
    });

    it('leaves alone who has the same id in another role, and everyone else', async () => {
      const agent = await desk.newAgent();
      const namesake = await desk.signIn({ role: 'supervisor', sub: agent.id });
      const other = await desk.newAgent();
      const json = { role: 'agent', sub: agent.id };
      await (await desk.service()).ok('revokeTokens', 200, { json });
      await namesake.ok('listStatuses', 200);
      await other.ok('listStatuses', 200);
    });

    it('keeps a revoked token from changing anything', async () => {
      const agent = await desk.onlineAgent();
      await (await desk.service()).ok('revokeTokens', 200, { json: { role: 'agent', sub: agent.id } });
      await agent.refused('setStatus', 'token_revoked', { json: { status: 'busy' } });
      const keeper = await desk.signIn({ role: 'supervisor' });
      expect(await keeper.ok('getAgent', 200, { params: { agentID: agent.id } })).toMatchObject({
        status: 'online',
      });
    });

    it('stands in the log with who did it, once', async () => {
      const service = await desk.service();
      const start = await lastSeq(desk);
      const json = { role: 'customer', sub: crypto.randomUUID() };
      await service.ok('revokeTokens', 200, { json });
      const told = (await readEventLog(desk, start)).filter(({ type }) => type === 'tokens.revoked');
      expect(told).toMatchObject([{ data: json, actor: { role: 'service', id: service.id } }]);
    });
  });
