import { livePath, liveProtocol, liveTokenPrefix } from '@chat-ticket/contract';
import { refusingRevoked } from '@chat-ticket/storage';
import type { Hono } from 'hono';
import { verify } from '../auth/authenticate.ts';
import { ApiError } from '../error/api-error.ts';
import type { Ports } from '../ports.ts';
import type { DeskEnv } from '../route/handler.ts';

const header = 'Sec-WebSocket-Protocol';

/** Serves the live channel: checks a request in the order of `handle`, then lets the runtime upgrade it. */
export function mountLive(app: Hono<DeskEnv>, ports: Ports): void {
  app.get(livePath, async (c) => {
    const protocols = (c.req.header(header) ?? '').split(',').map((protocol) => protocol.trim());
    const bearer = protocols.find((protocol) => protocol.startsWith(liveTokenPrefix));
    const token = await verify(bearer?.slice(liveTokenPrefix.length), ports.verifyToken, ports.now());
    const { principal, issuedAt } = token;
    c.set('principal', principal);
    // A customer sees the events of its room only.
    if (principal.role === 'customer' && principal.room === undefined) throw new ApiError('role_not_allowed');
    const database = await ports.openDatabase(principal.workspace);
    if (!database) throw new ApiError('workspace_unknown');
    if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket')
      throw new ApiError('upgrade_required', {}, { Connection: 'Upgrade', Upgrade: 'websocket' });
    if (!protocols.includes(liveProtocol)) throw new ApiError('header_invalid', { source: { header } });
    await refusingRevoked(database, { ...principal, issuedAt }).batch([], 'read');
    return ports.openLive(c.req.raw, token);
  });
  app.all(livePath, () => {
    throw new ApiError('method_not_allowed', {}, { Allow: 'GET' });
  });
}
