import { livePath, liveProtocol, liveTokenPrefix } from '@chat-ticket/contract';
import { refusingRevoked } from '@chat-ticket/storage';
import type { Hono } from 'hono';
import { verify } from '../auth/authenticate.ts';
import { ApiError } from '../error/api-error.ts';
import type { Ports } from '../ports.ts';
import type { DeskEnv } from '../route/env.ts';

const header = 'Sec-WebSocket-Protocol';

/** Checks who asks for the live channel, in the order of the routes, and hands the request to the runtime. */
export function mountLive(app: Hono<DeskEnv>, ports: Ports): void {
  app.get(livePath, async (c) => {
    const protocols = (c.req.header(header) ?? '').split(',').map((protocol) => protocol.trim());
    const token = protocols.find((protocol) => protocol.startsWith(liveTokenPrefix));
    const admission = await verify(token?.slice(liveTokenPrefix.length), ports.verifyToken, ports.now());
    const { caller, issuedAt } = admission;
    c.set('caller', caller);
    // Without a room there is nothing that a customer may hear.
    if (caller.role === 'customer' && caller.room === undefined) throw new ApiError('role_not_allowed');
    const database = await ports.openDatabase(caller.workspace);
    if (!database) throw new ApiError('workspace_unknown');
    if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket')
      throw new ApiError('upgrade_required', {}, { Connection: 'Upgrade', Upgrade: 'websocket' });
    if (!protocols.includes(liveProtocol)) throw new ApiError('header_invalid', { source: { header } });
    await refusingRevoked(database, { ...caller, issuedAt }).batch([], 'read');
    return ports.openLive(c.req.raw, admission);
  });
  app.all(livePath, () => {
    throw new ApiError('method_not_allowed', {}, { Allow: 'GET' });
  });
}
