import { livePath, liveProtocol, liveTokenPrefix } from '@chat-ticket/contract';
import type { Context, Hono } from 'hono';
import { authenticate, verify } from '../auth/authenticate.ts';
import type { VerifiedToken } from '../auth/create-token-verifier.ts';
import { createRevocationCheck } from '../auth/revocation-check.ts';
import { ApiError } from '../error/api-error.ts';
import type { Guards } from '../limit/guards.ts';
import type { Ports } from '../ports.ts';
import type { DeskEnv } from '../route/handler.ts';

const header = 'Sec-WebSocket-Protocol';

/**
 * Serves the live channel: checks a request in the order of `handle`, then lets the runtime upgrade it. A WebSocket does not
 * tell its page why it was refused. A request that is no upgrade passes the same checks, so its response tells.
 */
export function mountLive(app: Hono<DeskEnv>, ports: Ports, { limits, failedTokens }: Guards): void {
  app.get(livePath, async (c) => {
    const protocols = (c.req.header(header) ?? '').split(',').map((protocol) => protocol.trim());
    const isUpgrade = c.req.header('Upgrade')?.toLowerCase() === 'websocket';
    const now = ports.now();
    const token = await failedTokens.counting(
      c.var.address,
      now,
      verifyBearer(c, { isUpgrade, protocols }, ports, now),
    );
    const { principal } = token;
    const revocation = createRevocationCheck(token, () => ports.openDatabase(principal.workspace));
    c.set('principal', principal);
    c.set('revocation', revocation);
    // A customer sees the events of its room only.
    if (principal.role === 'customer' && principal.room === undefined)
      throw new ApiError('role_not_allowed', {
        detail:
          'A customer’s token must name its room in the claim `room` to open the live channel. POST /v1/rooms/{roomID}/token creates one.',
      });
    const database = await ports.openDatabase(principal.workspace);
    if (!database) throw new ApiError('workspace_unknown');
    if (isUpgrade && !protocols.includes(liveProtocol))
      throw new ApiError('header_invalid', { source: { header } });
    limits.countCall(principal, now);
    const known = limits.reading(database, principal.workspace, now);
    await revocation.refusing(known).batch([], 'read');
    const count = ports.countLive?.(principal) ?? 0;
    // Without a wait between the check and the upgrade, no other request gets the same last place.
    limits.checkConnections(principal.workspace, typeof count === 'number' ? count : await count);
    const upgraded = isUpgrade ? await ports.openLive(c.req.raw, token) : undefined;
    if (!upgraded)
      throw new ApiError('upgrade_required', {}, { Connection: 'Upgrade', Upgrade: 'websocket' });
    c.set('isUpgraded', true);
    return upgraded;
  });
  app.all(livePath, () => {
    throw new ApiError('method_not_allowed', {}, { Allow: 'GET' });
  });
}

/** Verifies the token: of the sub-protocols of an upgrade, of the header Authorization of any other request. */
function verifyBearer(
  c: Context<DeskEnv>,
  { isUpgrade, protocols }: { isUpgrade: boolean; protocols: readonly string[] },
  { verifyToken }: Ports,
  now: number,
): Promise<VerifiedToken> {
  const authorization = c.req.header('Authorization');
  if (!isUpgrade && authorization !== undefined) return authenticate(authorization, verifyToken, now);
  const bearer = protocols.find((protocol) => protocol.startsWith(liveTokenPrefix));
  return verify(bearer?.slice(liveTokenPrefix.length), verifyToken, now);
}
