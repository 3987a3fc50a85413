import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { ErrorDocument, errors, type ErrorCode, livePath, liveProtocol } from '@chat-ticket/contract';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { issueToken } from '../token.ts';
import type { Stage } from './stage.ts';

const upgrade = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

const ask = (baseUrl: string, headers: Record<string, string>, method = 'GET') =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    request(baseUrl + livePath, { method, headers })
      .on('response', (response) =>
        text(response).then((body) => resolve({ status: response.statusCode, body }), reject),
      )
      .on('upgrade', (_, socket) => {
        socket.destroy();
        resolve({ status: 101, body: '' });
      })
      .on('error', reject)
      .end();
  });

const withToken = (token: string) => ({
  ...upgrade,
  'Sec-WebSocket-Protocol': `${liveProtocol}, bearer.${token}`,
});

async function expectRefusal(
  { target }: Stage,
  code: ErrorCode,
  headers: Record<string, string>,
  method = 'GET',
): Promise<void> {
  const { status, body } = await ask(target.baseUrl, headers, method);
  expect({ status, code: v.parse(ErrorDocument, JSON.parse(body)).errors[0]?.code }).toEqual({
    status: errors[code].status,
    code,
  });
}

export const refusedUpgrades = (stage: Stage) =>
  describe('a connection is refused before it is made, in the shape of every error', () => {
    it('without a token, or with one that is no good', async () => {
      await expectRefusal(stage, 'token_missing', upgrade);
      await expectRefusal(stage, 'token_missing', { ...upgrade, 'Sec-WebSocket-Protocol': liveProtocol });
      await expectRefusal(stage, 'token_invalid', withToken('no.such.token'));
      const { secret } = stage.target;
      const expired = await issueToken({ secret, role: 'agent', sub: 'a', expiresInSeconds: -60 });
      await expectRefusal(stage, 'token_expired', withToken(expired));
      const { id, token } = await stage.agent();
      await (await stage.service()).ok('revokeTokens', 200, { json: { role: 'agent', sub: id } });
      await expectRefusal(stage, 'token_revoked', withToken(token));
    });

    it('to a customer without a room, and to a workspace that is not served', async () => {
      await expectRefusal(
        stage,
        'role_not_allowed',
        withToken((await stage.person({ role: 'customer' })).token),
      );
      const stranger = await stage.person({ role: 'supervisor', workspace: 'nowhere' });
      await expectRefusal(stage, 'workspace_unknown', withToken(stranger.token));
    });

    it('to a request that is no upgrade, names no protocol or has another method', async () => {
      const { token } = await stage.agent();
      await expectRefusal(stage, 'upgrade_required', { 'Sec-WebSocket-Protocol': `bearer.${token}` });
      await expectRefusal(stage, 'header_invalid', {
        ...upgrade,
        'Sec-WebSocket-Protocol': `bearer.${token}`,
      });
      await expectRefusal(stage, 'method_not_allowed', {}, 'POST');
    });
  });
