import { livePath, liveProtocol, liveTokenPrefix } from '@chat-ticket/contract';
import type { Hono } from 'hono';
import { verify } from '../auth/authenticate.ts';
import { createRevocationCheck } from '../auth/revocation-check.ts';
import { ApiError } from '../error/api-error.ts';
import type { Guards } from '../limit/guards.ts';
import type { Ports } from '../ports.ts';
import type { DeskEnv } from '../route/handler.ts';

const header = 'Sec-WebSocket-Protocol';

/** Serves the live channel: checks a request in the order of `handle`, then lets the runtime upgrade it. */
export function mountLive(app: Hono<DeskEnv>, ports: Ports, { limits, failedTokens }: Guards): void {
  app.get(livePath, async (c) => {
    const protocols = (c.req.header(header) ?? '').split(',').map((protocol) => protocol.trim());
    const bearer = protocols.find((protocol) => protocol.startsWith(liveTokenPrefix));
    const now = ports.now();
    const token = await failedTokens.counting(
      c.var.address,
      now,
      verify(bearer?.slice(liveTokenPrefix.length), ports.verifyToken, now),
    );
    const { principal } = token;
    const revocation = createRevocationCheck(token, () => ports.openDatabase(principal.workspace));
    c.set('principal', principal);
    c.set('revocation', revocation);
    // A customer sees the events of its room only.
    if (principal.role === 'customer' && principal.room === undefined) throw new ApiError('role_not_allowed');
    const database = await ports.openDatabase(principal.workspace);
    if (!database) throw new ApiError('workspace_unknown');
    if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket')
      throw new ApiError('upgrade_required', {}, { Connection: 'Upgrade', Upgrade: 'websocket' });
    if (!protocols.includes(liveProtocol)) throw new ApiError('header_invalid', { source: { header } });
    limits.countCall(principal, now);
    const known = limits.reading(database, principal.workspace, now);
    await revocation.refusing(known).batch([], 'read');
    limits.checkConnections(principal.workspace, ports.countLive?.(principal.workspace) ?? 0);
    c.set('isUpgraded', true);
    return ports.openLive(c.req.raw, token);
  });
  app.all(livePath, () => {
    throw new ApiError('method_not_allowed', {}, { Allow: 'GET' });
  });
}
