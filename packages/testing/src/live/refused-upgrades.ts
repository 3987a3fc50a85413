import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { ErrorDocument, errors, type ErrorCode, livePath, liveProtocol } from '@chat-ticket/contract';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { issueToken } from '../issue-token.ts';
import type { LiveDesk } from './live-desk.ts';

const upgrade = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

/** Sends a handshake and returns the response, or 101 when the desk accepts it. */
const sendHandshake = (baseUrl: string, headers: Record<string, string>, method = 'GET') =>
  new Promise<{ status: number | undefined; body: string; retryAfter?: string | undefined }>(
    (resolve, reject) => {
      request(baseUrl + livePath, { method, headers })
        .on('response', (response) =>
          text(response).then(
            (body) =>
              resolve({ status: response.statusCode, body, retryAfter: response.headers['retry-after'] }),
            reject,
          ),
        )
        .on('upgrade', (_, socket) => {
          socket.destroy();
          resolve({ status: 101, body: '' });
        })
        .on('error', reject)
        .end();
    },
  );

const withToken = (token: string) => ({
  ...upgrade,
  'Sec-WebSocket-Protocol': `${liveProtocol}, bearer.${token}`,
});

const withHeader = (token: string) => ({ Authorization: `Bearer ${token}` });

/** The error with which the desk answers a GET that is no upgrade. */
async function probe({ target }: LiveDesk, token: string): Promise<ErrorCode | undefined> {
  const { body } = await sendHandshake(target.baseUrl, withHeader(token));
  return v.parse(ErrorDocument, JSON.parse(body)).errors[0]?.code;
}

/** Expects that the desk refuses an upgrade and an ordinary GET alike. A browser can read only the second response. */
async function expectBothRefused(desk: LiveDesk, code: ErrorCode, token: string): Promise<void> {
  await expectRefusal(desk, code, withToken(token));
  await expectRefusal(desk, code, withHeader(token));
}

async function expectRefusal(
  { target }: LiveDesk,
  code: ErrorCode,
  headers: Record<string, string>,
  method = 'GET',
): Promise<void> {
  const { status, body } = await sendHandshake(target.baseUrl, headers, method);
  expect({ status, code: v.parse(ErrorDocument, JSON.parse(body)).errors[0]?.code }).toEqual({
    status: errors[code].status,
    code,
  });
}

/**
 * Proves that the desk refuses a handshake before the upgrade, with the error document of every other route. It
 * sends each handshake with the HTTP client of Node and reads the response.
 */
export const refusedUpgrades = (desk: LiveDesk) =>
  describe('the desk refuses a handshake with an error document', () => {
    it('without a token, or with an invalid, expired or revoked one', async () => {
      await expectRefusal(desk, 'token_missing', upgrade);
      await expectRefusal(desk, 'token_missing', { ...upgrade, 'Sec-WebSocket-Protocol': liveProtocol });
      await expectRefusal(desk, 'token_invalid', withToken('no.such.token'));
      const { secret } = desk.target;
      const expired = await issueToken({ secret, role: 'agent', sub: 'a', expiresInSeconds: -120 });
      await expectRefusal(desk, 'token_expired', withToken(expired));
      const { id, token } = await desk.newAgent();
      await (await desk.service()).ok('revokeTokens', 200, { json: { role: 'agent', sub: id } });
      await expectRefusal(desk, 'token_revoked', withToken(token));
    });

    it('from a customer without a room, and for an unknown workspace', async () => {
      const customer = await desk.signIn({ role: 'customer' });
      await expectRefusal(desk, 'role_not_allowed', withToken(customer.token));
      const supervisor = await desk.signIn({ role: 'supervisor', workspace: 'nowhere' });
      await expectRefusal(desk, 'workspace_unknown', withToken(supervisor.token));
    });

    it('for the same reason whether it is an upgrade or an ordinary GET', async () => {
      await expectRefusal(desk, 'token_missing', {});
      await expectRefusal(desk, 'token_missing', { Authorization: 'Basic YTpi' });
      await expectBothRefused(desk, 'token_invalid', 'no.such.token');
      const { secret } = desk.target;
      const expired = await issueToken({ secret, role: 'agent', sub: 'a', expiresInSeconds: -120 });
      await expectBothRefused(desk, 'token_expired', expired);
      const { id, token } = await desk.newAgent();
      await expectRefusal(desk, 'upgrade_required', withHeader(token));
      await (await desk.service()).ok('revokeTokens', 200, { json: { role: 'agent', sub: id } });
      await expectBothRefused(desk, 'token_revoked', token);
      await expectBothRefused(desk, 'role_not_allowed', (await desk.signIn({ role: 'customer' })).token);
      const elsewhere = await desk.signIn({ role: 'supervisor', workspace: 'nowhere' });
      await expectBothRefused(desk, 'workspace_unknown', elsewhere.token);
    });

    it('while the workspace has as many connections as it may', async () => {
      const [first, second, third] = await Promise.all([desk.newAgent(), desk.newAgent(), desk.newAgent()]);
      await desk.putSettings({ limits: { liveConnectionsPerWorkspace: 1 } });
      // The connections of earlier tests may still be closing.
      await expect.poll(() => probe(desk, first.token)).toBe('upgrade_required');
      await desk.putSettings({ limits: { liveConnectionsPerWorkspace: 2 } });
      const open = [await desk.follow(first.token), await desk.follow(second.token)];
      await expectBothRefused(desk, 'rate_limited', third.token);
      const { retryAfter, body } = await sendHandshake(desk.target.baseUrl, withHeader(third.token));
      expect(retryAfter).toMatch(/^\d+$/);
      expect(JSON.parse(body)).toMatchObject({
        errors: [{ meta: { limit: 'liveConnectionsPerWorkspace' } }],
      });
      open[0]!.close();
      await expect.poll(() => probe(desk, third.token)).toBe('upgrade_required');
      await desk.follow(third.token);
    });

    it('when the request is not an upgrade, names no sub-protocol or uses another method', async () => {
      const { token } = await desk.newAgent();
      await expectRefusal(desk, 'upgrade_required', { 'Sec-WebSocket-Protocol': `bearer.${token}` });
      await expectRefusal(desk, 'header_invalid', {
        ...upgrade,
        'Sec-WebSocket-Protocol': `bearer.${token}`,
      });
      await expectRefusal(desk, 'method_not_allowed', {}, 'POST');
    });
  });
