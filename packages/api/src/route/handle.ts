import type { Route } from '@chat-ticket/contract';
import type { Caller } from '@chat-ticket/domain';
import { publishing, refusingRevoked } from '@chat-ticket/storage';
import type { Context } from 'hono';
import { authenticate } from '../auth/authenticate.ts';
import { ApiError } from '../error/api-error.ts';
import type { Ports } from '../ports.ts';
import { parseBody } from '../request/parse-body.ts';
import { parseHeaders, parseParams, parseQuery } from '../request/parse-parameters.ts';
import { readJson } from '../request/read-json.ts';
import type { Answer, DeskRequest } from './handler.ts';
import type { DeskEnv } from './env.ts';

/** Any handler of the table: its own types are checked where the table of handlers is written. */
export type AnyHandler = (request: DeskRequest) => Promise<Answer<Route>>;

const nobody: Caller = { sub: 'nobody', role: 'service', workspace: 'default' };

/** Checks in the order of what a stranger may learn: token, role, workspace, then the request itself. */
export async function handle(
  c: Context<DeskEnv>,
  route: Route,
  handler: AnyHandler,
  ports: Ports,
): Promise<Response> {
  const now = ports.now();
  const token =
    route.access === 'public'
      ? null
      : await authenticate(c.req.header('Authorization'), ports.verifyToken, now);
  const caller = token?.caller ?? nobody;
  if (token) c.set('caller', caller);
  if (route.access !== 'public' && !route.access.includes(caller.role))
    throw new ApiError('role_not_allowed');
  const database = await ports.openDatabase(caller.workspace);
  if (!database) throw new ApiError('workspace_unknown');
  const opened = token ? refusingRevoked(database, { ...caller, issuedAt: token.issuedAt }) : database;
  const dbFor = (id: string) => publishing(opened, id, (events) => ports.publish(caller.workspace, events));
  const changeId = ports.newId();

  const answer = await handler({
    caller,
    db: dbFor(changeId),
    dbFor,
    params: parseParams(route, c.req.param()),
    query: parseQuery(route, c.req.url),
    headers: parseHeaders(route, c.req.raw.headers),
    body: route.body ? parseBody(route.body, await readJson(c.req.raw)) : null,
    command: { changeId, now, actorRole: caller.role, actorId: caller.sub },
    ports,
  });
  return answer.body === null
    ? c.body(null, answer.status as 204, answer.headers)
    : c.json(answer.body, answer.status as 200, answer.headers);
}
