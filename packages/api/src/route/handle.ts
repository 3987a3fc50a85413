import { type Role, type Route, routes } from '@chat-ticket/contract';
import { type Principal, visibleResponse } from '@chat-ticket/domain';
import { type CommandContext, publishing, type Send, sendTo } from '@chat-ticket/storage';
import type { Context } from 'hono';
import { authenticate } from '../auth/authenticate.ts';
import { createRevocationCheck } from '../auth/revocation-check.ts';
import { ApiError } from '../error/api-error.ts';
import type { Guards } from '../limit/guards.ts';
import type { WorkspaceLimits } from '../limit/workspace-limits.ts';
import type { Ports } from '../ports.ts';
import { parseSent } from '../request/parse-body.ts';
import { parseHeaders, parseParams, parseQuery } from '../request/parse-parameters.ts';
import { readJson } from '../request/read-json.ts';
import type { WriteCheck } from '../write-check.ts';
import type { DeskEnv, DeskRequest, RouteResponse } from './handler.ts';

/** Any handler of the table. The table checks each handler against the types of its route. */
export type AnyHandler = (request: DeskRequest) => Promise<RouteResponse<Route>>;

const nameOf: ReadonlyMap<Route, string> = new Map(
  Object.entries(routes).map(([name, route]) => [route, name]),
);

/** The principal of a public route. Public routes only report health, so its role allows nothing more. */
const anonymous: Principal = { sub: 'nobody', role: 'service', workspace: 'default' };

/**
 * Serves one request. The order of the checks limits what an unauthorised caller can learn: token, role,
 * workspace, then the request itself.
 */
export async function handle(
  c: Context<DeskEnv>,
  route: Route,
  handler: AnyHandler,
  ports: Ports,
  { limits, failedTokens, admission, writeCheck }: Guards & { writeCheck: WriteCheck },
): Promise<Response> {
  const now = ports.now();
  const token =
    route.access === 'public'
      ? null
      : await failedTokens.counting(
          c.var.address,
          now,
          authenticate(c.req.header('Authorization'), ports.verifyToken, now),
        );
  const principal = token?.principal ?? anonymous;
  if (token) c.set('principal', principal);
  const revocation = token && createRevocationCheck(token, () => ports.openDatabase(principal.workspace));
  if (revocation) c.set('revocation', revocation);
  if (route.access !== 'public' && !route.access.includes(principal.role))
    throw new ApiError('role_not_allowed', { detail: roleDetail(principal.role, route.access) });
  const database = await ports.openDatabase(principal.workspace);
  if (!database) throw new ApiError('workspace_unknown');
  const opened = revocation
    ? revocation.refusing(limits.reading(database, principal.workspace, now))
    : database;
  const refundMessage = token ? count(limits, route, c, principal, now) : null;
  const newChange = (): { send: Send; context: CommandContext } => {
    const changeId = ports.newId();
    return {
      send: sendTo(
        publishing(opened, changeId, (events) => {
          const { ticketId, roomId } = events.find((event) => event.ticketId !== null) ?? {};
          c.set('changed', { ticketId, roomId });
          ports.publish(principal.workspace, events);
        }),
      ),
      context: { changeId, now, actorRole: principal.role, actorId: principal.sub },
    };
  };

  const request = async (): Promise<DeskRequest> => ({
    ...newChange(),
    principal,
    params: parsedParams(c, route),
    query: parseQuery(route, c.req.url),
    headers: parseHeaders(route, c.req.raw.headers),
    ...parseSent(
      route,
      route.body
        ? await admission.outside(c.var.admitted, readJson(c.req.raw, route.maxBodyBytes), ports.now)
        : null,
    ),
    newId: ports.newId,
    signToken: ports.signToken,
    checkKeys: ports.checkKeys,
    checkWrite: () => writeCheck.run(database),
    leewaySeconds: ports.leewaySeconds,
    applyLimits: (saved) => limits.remember(principal.workspace, saved, now),
    runInBackground: (failureMessage, change) => {
      const { send, context } = newChange();
      const { requestId } = c.var;
      const work = change(send, context).then(
        () => {},
        (error: unknown) => ports.log({ level: 'error', message: failureMessage, requestId, error }),
      );
      ports.waitUntil(work);
    },
  });
  const response = await request()
    .then(handler)
    .catch((error: unknown) => {
      refundMessage?.();
      throw error;
    });
  await revocation?.ensure();
  return response.body === null
    ? c.body(null, response.status as 204, response.headers)
    : c.json(
        visibleResponse(principal, nameOf.get(route), response.body),
        response.status as 200,
        response.headers,
      );
}

/**
 * Counts the call, and the message if it sends one. Returns what to call if the desk refuses the message. Throws
 * `rate_limited`, or `parameter_invalid` for a room id that no room can have.
 */
function count(
  limits: WorkspaceLimits,
  route: Route,
  c: Context<DeskEnv>,
  principal: Principal,
  now: number,
): (() => void) | null {
  limits.countCall(principal, now);
  if (route !== routes.sendMessage) return null;
  // The limiter keeps the id, so an id that no room can have is refused first.
  const { roomID } = parseParams(route, c.req.param());
  return limits.countMessage(principal, roomID as string, now);
}

/** The parameters of the path, which the log line names too. */
function parsedParams(c: Context<DeskEnv>, route: Route): DeskRequest['params'] {
  const params = parseParams(route, c.req.param());
  c.set('params', params);
  return params;
}

const roleDetail = (role: Role, allowed: readonly Role[]) =>
  `The role of the token is ${role}. This call takes a token with the role ${allowed.join(' or ')}.`;
