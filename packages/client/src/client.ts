import { routes, type Route, type RouteName } from '@chat-ticket/contract';
import { attempt, type Fetch } from './attempt.ts';
import type { Failure, Success } from './error.ts';
import { openLive } from './live/live.ts';
import type { Live, LiveOptions } from './live/options.ts';
import { globalWebSocket, type LiveSocketConstructor } from './live/web-socket.ts';
import { writeRequest } from './request.ts';
import { isTransient, retryDelayMs, sleep } from './retry.ts';
import type { RouteInput, RouteResult } from './route-types.ts';

export type ClientOptions = {
  /** Where the desk is mounted: an origin, with a path prefix if it has one. */
  readonly baseUrl: string;
  /** The bearer token, or a function that gives one; it is called for each attempt. */
  readonly token?: string | (() => string | Promise<string>);
  /** How long one attempt may take, its answer’s body included. 10,000 by default. */
  readonly timeoutMs?: number;
  /** How often a call that is safe to repeat is tried again. 2 by default. */
  readonly retries?: number;
  /** Instead of the global `fetch`: a service binding, an app’s own `request`, a proxy. */
  readonly fetch?: Fetch;
  /** Instead of the global `WebSocket`, for `live()`: where a runtime has none, such as Node 20. */
  readonly WebSocket?: LiveSocketConstructor;
};

export type CallOptions = {
  /** Ends the call, pauses between attempts included: its promise rejects with the signal’s reason. */
  readonly signal?: AbortSignal | undefined;
};

type Method<Name extends RouteName> = keyof RouteInput<Name> extends never
  ? (input?: Record<string, never>, options?: CallOptions) => Promise<RouteResult<Name>>
  : Partial<RouteInput<Name>> extends RouteInput<Name>
    ? (input?: RouteInput<Name>, options?: CallOptions) => Promise<RouteResult<Name>>
    : (input: RouteInput<Name>, options?: CallOptions) => Promise<RouteResult<Name>>;

/**
 * One method for each route of the contract, and `live`. Its promise resolves to a result, failed or not, and rejects
 * only with what comes from the caller: an aborted signal’s reason, or what the token function threw.
 */
export type Client = { readonly [Name in RouteName]: Method<Name> } & {
  /**
   * Follows what happens, over a WebSocket that is made again by itself. Throws a TypeError where the runtime
   * has none.
   */
  readonly live: (options: LiveOptions) => Live;
};

type Input = Readonly<Record<string, unknown>>;

/** Makes a client of the desk at `baseUrl`. Throws a TypeError when that is no absolute URL. */
export function createClient(options: ClientOptions): Client {
  const call = caller(options);
  const methods = Object.entries(routes).map(
    ([name, route]) =>
      [name, (input: never, callOptions?: CallOptions) => call(route, input, callOptions)] as const,
  );
  const { token } = options;
  const live = (liveOptions: LiveOptions) =>
    openLive(
      {
        baseUrl: baseUrlOf(options),
        token: async () => (typeof token === 'function' ? token() : token),
        WebSocket: options.WebSocket ?? globalWebSocket(),
      },
      liveOptions,
    );
  return { ...Object.fromEntries(methods), live } as Client;
}

function baseUrlOf({ baseUrl }: ClientOptions): string {
  const { origin, pathname } = new URL(baseUrl);
  return origin + pathname.replace(/\/+$/, '');
}

function caller(options: ClientOptions) {
  const { token, timeoutMs = 10_000, retries = 2 } = options;
  const fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const baseUrl = baseUrlOf(options);

  return async (
    route: Route,
    input: Input = {},
    { signal }: CallOptions = {},
  ): Promise<Success | Failure> => {
    const request = writeRequest(route, input);
    if (!request.ok) return request;
    const { method, path, body, repeatable } = request;

    for (let retry = 0; ; retry++) {
      const headers = { ...request.headers };
      const bearer = typeof token === 'function' ? await token() : token;
      if (bearer !== undefined && route.access !== 'public') headers['authorization'] = `Bearer ${bearer}`;
      // A redirected POST becomes a GET, which another route would answer as a success.
      const init: RequestInit = { method, headers, body, redirect: 'manual' };
      const { result, retryAfter } = await attempt({
        route,
        url: baseUrl + path,
        init,
        fetch,
        timeoutMs,
        signal,
      });

      if (!repeatable || retry >= retries || !isTransient(result)) return result;
      const delayMs = retryDelayMs(retry, retryAfter);
      if (delayMs === undefined) return result;
      await sleep(delayMs, signal);
    }
  };
}
