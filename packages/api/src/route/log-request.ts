import { WorkspaceMismatch } from '@chat-ticket/storage';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Ports } from '../ports.ts';
import type { DeskEnv } from './handler.ts';

/** Logs one line per request: principal, route, status and duration in ms. */
export const logRequest = ({ log, now }: Ports) =>
  createMiddleware<DeskEnv>(async (c, next) => {
    const startedAt = now();
    await next();
    const { principal, failure, requestId, thrown } = c.var;
    const isFault = c.res.status >= 500 || thrown instanceof WorkspaceMismatch;
    log({
      level: isFault ? 'error' : 'info',
      message: 'request',
      requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      durationMs: now() - startedAt,
      ...(principal ? { workspace: principal.workspace, role: principal.role, caller: principal.sub } : {}),
      ...(failure ? { code: failure.code } : {}),
      ...(isFault ? { error: thrown } : {}),
    });
  });
