import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { invalidTokens } from './invalid-tokens.ts';
import { validBody, allowedRole } from '../request/valid-body.ts';
import { unknownParams, routeTable } from '../request/route-table.ts';

const guarded = routeTable.filter(({ route }) => route.access !== 'public').map(({ name }) => name);

export const bearerToken = (desk: Desk) =>
  describe('a bearer token', () => {
    const anyone = desk.client(null);

    describe.each(guarded)('for %s', (name) => {
      const query = name === 'searchMessages' ? { query: { q: 'late' } } : {};
      const options = () => ({ ...validBody(name), params: unknownParams(), ...query });

      it('must be there', async () => {
        await anyone.refused(name, 'token_missing', options());
      });

      it('must not have expired', async () => {
        const expired = await desk.signIn({ role: 'service', expiresInSeconds: -120 });
        await expired.refused(name, 'token_expired', options());
      });

      it('must not be revoked', async () => {
        const person = await desk.signIn({ role: allowedRole(name) });
        const json = { role: allowedRole(name), sub: person.id };
        await (await desk.service()).ok('revokeTokens', 200, { json });
        await person.refused(name, 'token_revoked', options());
      });

      it('must be well signed', async () => {
        const forger = desk.client('a.b.c');
        await forger.refused(name, 'token_invalid', options());
      });

      it('must be for a workspace that is served here', async () => {
        for (const workspace of ['elsewhere', 'constructor', 'default-2']) {
          const stranger = await desk.signIn({ role: allowedRole(name), workspace });
          await stranger.refused(name, 'workspace_unknown', options());
        }
      });
    });

    it.each(Object.keys(invalidTokens('')))('is not taken with %s', async (flaw) => {
      const token = await invalidTokens(desk.secret())[flaw]?.();
      const client = desk.client(token ?? '');
      await client.refused('listStatuses', 'token_invalid');
    });

    it('is not taken when it is longer than any header may be', async () => {
      const client = desk.client('a'.repeat(100_000));
      // Most runtimes cut such a request off before the desk sees it.
      const { status } = await client.fetch('GET', '/cs-chat-ticket/v1/statuses');
      expect([400, 401, 413, 431]).toContain(status);
    });

    it('is taken whatever the letter case of “bearer”', async () => {
      const { token } = await desk.service();
      for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
        await anyone.ok('listStatuses', 200, { headers: { Authorization: `${scheme} ${token}` } });
      }
    });

    it.each(['Basic dXNlcjpwYXNz', 'Bearer', 'Bearer ', 'Token abc', ''])(
      'is missed in “Authorization: %s”',
      async (Authorization) => {
        await anyone.refused('listStatuses', 'token_missing', { headers: { Authorization } });
      },
    );

    it('is taken for the default workspace, named or not', async () => {
      for (const workspace of ['default', undefined]) {
        const person = await desk.signIn({ role: 'agent', workspace });
        await person.ok('listStatuses', 200);
      }
    });

    it('is not looked for in the URL', async () => {
      const { token } = await desk.service();
      for (const parameter of ['access_token', 'token']) {
        const path = `/cs-chat-ticket/v1/statuses?${parameter}=${token}`;
        await anyone.refused('listStatuses', 'token_missing', { path });
      }
    });

    it('does nothing when it is not taken', async () => {
      const agent = await desk.onlineAgent();
      const expired = await desk.signIn({ role: 'agent', sub: agent.id, expiresInSeconds: -120 });
      await expired.refused('setOffline', 'token_expired');
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'online' });
    });
  });
