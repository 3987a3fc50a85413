import { routes } from '@chat-ticket/contract';
import { WorkspaceMismatch } from '@chat-ticket/storage';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Ports } from '../ports.ts';
import { withoutEmpty } from './wire.ts';
import type { DeskEnv } from './handler.ts';

/** The parameters of a path that a line names, by the names that events have. */
const subjects = { ticketID: 'ticketId', roomID: 'roomId', agentID: 'agentId' } as const;

/** The part of an unknown path that is logged. Strangers choose it. */
const maxPathLength = 200;

/** The load balancer’s probes come every few seconds, so they are worth a line only if they fail. */
const probes: ReadonlySet<string> = new Set([routes.getHealth.path, routes.getReadiness.path]);

/** Logs one line per request: principal, route, subject, status and duration in ms. */
export const logRequest = ({ log, now }: Ports) =>
  createMiddleware<DeskEnv>(async (c, next) => {
    const startedAt = now();
    await next();
    const { principal, failure, isUpgraded, requestId, thrown } = c.var;
    const isFault = c.res.status >= 500 || thrown instanceof WorkspaceMismatch;
    const isUnknown = failure?.code === 'route_not_found';
    log({
      level: isFault ? 'error' : probes.has(c.req.path) && failure === undefined ? 'debug' : 'info',
      message: 'request',
      requestId,
      method: c.req.method,
      ...(isUnknown ? { path: c.req.path.slice(0, maxPathLength) } : { route: routePath(c, -1) }),
      ...withoutEmpty(c.var.changed ?? {}),
      ...subjectOf(c.var.params),
      status: isUpgraded && failure === undefined ? 101 : c.res.status,
      durationMs: now() - startedAt,
      ...(principal ? { workspace: principal.workspace, role: principal.role, caller: principal.sub } : {}),
      ...(failure ? { code: failure.code } : {}),
      // It says what is wrong with the token or the configuration, and repeats no value of the request.
      ...(failure?.code === 'token_invalid' ? { detail: failure.occurrences[0]?.detail } : {}),
      ...(isFault ? { error: thrown } : {}),
    });
  });

/** The ids of the path, once they have matched the schemas of the route. */
function subjectOf(params: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const named = Object.entries(subjects).filter(([parameter]) => params[parameter] !== undefined);
  return Object.fromEntries(named.map(([parameter, field]) => [field, params[parameter]]));
}
