import { livePath, type Route } from '@chat-ticket/contract';
import { attempt, type Fetch } from '../attempt.ts';
import type { Failure } from '../error.ts';
import { type Loss, lossOf } from './loss.ts';

/** The live channel as a route that never succeeds: a GET that is no upgrade gets the error of the upgrade. */
const liveRoute: Route = {
  method: 'GET',
  path: livePath,
  tag: 'desk',
  summary: 'Tells why a connection is refused',
  access: ['agent', 'supervisor', 'admin', 'service', 'customer'],
  params: {},
  query: {},
  headers: {},
  body: null,
  maxBodyBytes: 0,
  responses: {},
  errors: ['upgrade_required', 'header_invalid', 'route_not_found'],
};

/** How to ask a desk over HTTP. */
export type Inquiry = {
  /** The address of the desk, without a slash at the end. */
  readonly baseUrl: string;
  /** The token of the connection that failed. */
  readonly token: string | undefined;
  /** What sends the request. */
  readonly fetch: Fetch;
  /** How long the request may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Aborts the request. */
  readonly signal: AbortSignal;
};

/**
 * Asks the desk why a WebSocket did not open, which a WebSocket does not say. Rejects only if the signal aborts.
 */
export async function findRefusal({ baseUrl, token, fetch, timeoutMs, signal }: Inquiry): Promise<Loss> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  const result = await attempt({
    route: liveRoute,
    url: baseUrl + livePath,
    init: { method: 'GET', headers, redirect: 'manual' },
    fetch,
    timeoutMs,
    signal,
  });
  // The route has no responses that succeed.
  const failure = result as Failure;
  const { status, error, retryAfterMs: waitMs = 0 } = failure;
  if (error.code === 'network_error' || error.code === 'timeout')
    return lossOf({ reason: 'unreachable', failure }, unreachable);
  if (status === 426) return lossOf({ reason: 'not_upgraded', failure }, notUpgraded, waitMs);
  const cause = { reason: 'refused', failure } as const;
  return { cause, detail: error.detail, retry: retryOf(failure, token !== undefined), waitMs };
}

const unreachable =
  'The desk did not respond, over HTTP either; see `failure.error.cause`. In a browser, also check that CORS_ORIGINS of the desk contains the origin of the page.';
const notUpgraded =
  'The desk would accept the connection, but the WebSocket did not open. If this repeats, check that the proxies in between support WebSockets.';

/** Statuses from 400 to 499 that a repeated request may not get. */
const temporaryStatuses: ReadonlySet<number> = new Set([408, 425, 429]);

function retryOf({ status, error: { code } }: Failure, hasToken: boolean): Loss['retry'] {
  if (status < 400 || status >= 500 || temporaryStatuses.has(status)) return 'with_same_token';
  if (status !== 401) return 'never';
  // The desk has not read the token. An older version reads that of a WebSocket only.
  return code === 'token_missing' && hasToken ? 'with_same_token' : 'with_other_token';
}
