import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { forgeToken, hmac } from './forge-token.ts';
import { invalidTokens } from './invalid-tokens.ts';
import { validBody, allowedRole } from '../request/valid-body.ts';
import { unknownParams, routeTable } from '../request/route-table.ts';

const protectedRoutes = routeTable.filter(({ route }) => route.access !== 'public').map(({ name }) => name);

/** Addresses that mail servers accept. */
const emailAddresses = [
  "liam.o'brien@desk.example",
  'a+tag@desk.example',
  'a/b=c@desk.example',
  '!#$%&*^_`{|}~-@desk.example',
  '"quoted name"@desk.example',
  'jörg@müller.example',
  'ยา@ไทย.example',
  'ann@localhost',
  'ann@[127.0.0.1]',
  'Ann@DESK.Example',
];

/** Signs these claims as they are. */
const signClaims = (desk: Desk, claims: Readonly<Record<string, unknown>>) =>
  forgeToken({ alg: 'HS256' }, JSON.stringify(claims), (input) => hmac('SHA-256', desk.secret(), input));

/**
 * Proves that every route checks the token before anything else, and that no forged, expired, revoked or misplaced token is
 * accepted. Each route is called once with each kind of token.
 */
export const bearerToken = (desk: Desk) =>
  describe('a bearer token', () => {
    const anonymous = desk.client(null);

    describe.each(protectedRoutes)('of %s', (name) => {
      const query = name === 'searchMessages' ? { query: { q: 'late' } } : {};
      const options = () => ({ ...validBody(name), params: unknownParams(), ...query });

      it('is required', async () => {
        await anonymous.refused(name, 'token_missing', options());
      });

      it('is refused after it has expired', async () => {
        const expired = await desk.signIn({ role: 'service', expiresInSeconds: -120 });
        await expired.refused(name, 'token_expired', options());
      });

      it('is refused after it is revoked', async () => {
        const person = await desk.signIn({ role: allowedRole(name) });
        const json = { role: allowedRole(name), sub: person.id };
        await (await desk.service()).ok('revokeTokens', 200, { json });
        await person.refused(name, 'token_revoked', options());
      });

      it('is refused when it is not signed', async () => {
        const client = desk.client('a.b.c');
        await client.refused(name, 'token_invalid', options());
      });

      it('is refused for an unknown workspace', async () => {
        for (const workspace of ['elsewhere', 'constructor', 'default-2']) {
          const client = await desk.signIn({ role: allowedRole(name), workspace });
          await client.refused(name, 'workspace_unknown', options());
        }
      });
    });

    it.each(Object.keys(invalidTokens('')))('is refused with %s', async (flaw) => {
      const token = await invalidTokens(desk.secret())[flaw]?.();
      const client = desk.client(token ?? '');
      await client.refused('listStatuses', 'token_invalid');
    });

    it('is refused when it is longer than a header may be', async () => {
      const client = desk.client('a'.repeat(100_000));
      // Most runtimes refuse such a request before the desk receives it.
      const { status } = await client.fetch('GET', '/cs-chat-ticket/v1/statuses');
      expect([400, 401, 413, 431]).toContain(status);
    });

    it('is accepted with any letter case of “Bearer”', async () => {
      const { token } = await desk.service();
      for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
        await anonymous.ok('listStatuses', 200, { headers: { Authorization: `${scheme} ${token}` } });
      }
    });

    it.each(['Basic dXNlcjpwYXNz', 'Bearer', 'Bearer ', 'Token abc', ''])(
      'is missing in “Authorization: %s”',
      async (Authorization) => {
        await anonymous.refused('listStatuses', 'token_missing', { headers: { Authorization } });
      },
    );

    it('is accepted for the default workspace, with and without its name', async () => {
      for (const workspace of ['default', undefined]) {
        const person = await desk.signIn({ role: 'agent', workspace });
        await person.ok('listStatuses', 200);
      }
    });

    it.each([
      ['exp half a minute ago', { exp: -30 }],
      ['iat half a minute ahead', { iat: 30 }],
      ['nbf half a minute ahead', { nbf: 30 }],
      ['iat with a fraction of a second', { iat: -0.5 }],
    ])('is accepted with %s, because clocks differ', async (_, seconds) => {
      const now = Date.now() / 1000;
      const times = Object.fromEntries(Object.entries(seconds).map(([claim, s]) => [claim, now + s]));
      const token = await signClaims(desk, { sub: 'ann', role: 'agent', exp: now + 600, ...times });
      const client = desk.client(token);
      await client.ok('listStatuses', 200);
    });

    it.each([
      { name: '' },
      { name: ' ' },
      { name: 'a\0b' },
      { name: '\ud800' },
      { name: 5 },
      { name: null },
      { name: 'n'.repeat(300) },
      { email: null },
      { email: '' },
      { email: 'none' },
      { email: ['a@desk.example'] },
      { picture: 'x', groups: [] },
    ])('is accepted with the descriptive claim %j, which is ignored', async (claim) => {
      const sub = crypto.randomUUID();
      const exp = Math.floor(Date.now() / 1000) + 600;
      const agent = desk.client(await signClaims(desk, { sub, role: 'agent', exp, ...claim }));
      await agent.ok('setOnline', 200);
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const record = await supervisor.ok('getAgent', 200, { params: { agentID: sub } });
      expect(record).not.toHaveProperty('name');
      expect(record).not.toHaveProperty('email');
    });

    it.each(emailAddresses)('is accepted with the address %s', async (address) => {
      const sub = crypto.randomUUID();
      const agent = await desk.signIn({ role: 'agent', sub, email: address });
      await agent.ok('setOnline', 200);
      const supervisor = await desk.signIn({ role: 'supervisor' });
      const record = await supervisor.ok('getAgent', 200, { params: { agentID: sub } });
      expect(record).toMatchObject({ email: address });
    });

    it('is not read from the URL', async () => {
      const { token } = await desk.service();
      for (const parameter of ['access_token', 'token']) {
        const path = `/cs-chat-ticket/v1/statuses?${parameter}=${token}`;
        await anonymous.refused('listStatuses', 'token_missing', { path });
      }
    });

    it('changes nothing when it is refused', async () => {
      const agent = await desk.onlineAgent();
      const expired = await desk.signIn({ role: 'agent', sub: agent.id, expiresInSeconds: -120 });
      await expired.refused('setOffline', 'token_expired');
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'online' });
    });
  });
