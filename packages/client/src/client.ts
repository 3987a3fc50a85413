import { routes, type Route } from '@chat-ticket/contract';
import { attempt, type Fetch } from './attempt.ts';
import type { CallOptions } from './call-options.ts';
import { createEach, type Each } from './each.ts';
import type { Failure, Success } from './error.ts';
import { openLive } from './live/live.ts';
import type { Live, LiveOptions } from './live/options.ts';
import { globalWebSocket, type LiveSocketConstructor } from './live/web-socket.ts';
import { writeRequest } from './request.ts';
import { isTransient, retryDelayMs, sleep } from './retry.ts';
import type { RouteMethods } from './route-methods.types.ts';

/** The options of a client. */
export type ClientOptions = {
  /**
   * The address of the desk: an origin, and a path prefix if the desk has one.
   * @example 'https://desk.example/support'
   */
  readonly baseUrl: string;
  /**
   * The bearer token, or a function that returns it. The function is called for each attempt of a call and for
   * each connection of the live channel, so that it can return a fresh token.
   * @default no token, which is enough for `getHealth` and `getReadiness` only
   */
  readonly token?: string | (() => string | Promise<string>);
  /**
   * How long one attempt of a call may take, in milliseconds, including the body of its response.
   * @default 10_000
   */
  readonly timeoutMs?: number;
  /**
   * How often a call that is safe to repeat is retried after a network error, a timeout, or a response with status
   * 429, 502, 503 or 504.
   * @default 2
   */
  readonly retries?: number;
  /**
   * A replacement for the global `fetch`: a service binding, the `request` of an app, a proxy.
   * @default globalThis.fetch
   */
  readonly fetch?: Fetch;
  /**
   * The WebSocket class of the live channel, for runtimes without a global one such as Node 20.
   * @default globalThis.WebSocket
   */
  readonly WebSocket?: LiveSocketConstructor;
};

/**
 * A client of one desk: one method for each route of the contract, one for all pages of a list, and the live channel.
 *
 * A call resolves to a result, whether it succeeded or failed. It rejects only with what comes from the caller: the
 * reason of an aborted signal, what the token function threw, or the error of a body that JSON cannot represent.
 */
export interface Client extends RouteMethods {
  /**
   * Follows the desk’s events over a WebSocket. It reconnects automatically until `close()` is called, or until the desk
   * refuses it for a reason that does not pass, such as a token that is not valid.
   *
   * @param options - The callbacks, and the position to resume from.
   * @returns The live channel.
   * @throws A `TypeError` if the runtime has no WebSocket and the client was not given one.
   * @example
   * const live = client.live({
   *   onReset: async () => showTickets(unwrap(await client.listTickets())),
   *   onEvent: ({ type, data }) => console.log(type, data),
   * });
   */
  readonly live: (options: LiveOptions) => Live;
  /**
   * Returns the items of a list one by one, and calls the route again for each page. A page is requested when its first
   * item is asked for, so that leaving the loop ends the requests. Items that are added or removed meanwhile cause no other item
   * to be left out or returned twice.
   *
   * @param name - The name of a route that is a list, such as `listAgents`.
   * @param input - The input of the route’s method. `limit` is the length of a page, not of the list.
   * @param options - A signal that aborts the calls.
   * @returns The items, as an async iterable.
   * @throws A `ChatTicketError` if a call fails, the reason of an aborted signal, or what the token function threw.
   * @example
   * for await (const agent of client.each('listAgents', { status: 'online' })) console.log(agent.name);
   */
  readonly each: Each;
}

/**
 * Creates a client of the desk at `baseUrl`. It sends nothing until a method is called.
 *
 * @throws A `TypeError` if `baseUrl` is not an absolute URL of HTTP.
 * @example
 * const client = createClient({ baseUrl: 'https://desk.example', token: () => readToken() });
 * const tickets = unwrap(await client.listTickets());
 */
export function createClient(options: ClientOptions): Client {
  const call = createCall(options);
  const methods = Object.entries<Route>(routes).map(
    ([name, route]) =>
      [
        name,
        (input: Input | undefined, callOptions?: CallOptions) => call(route, input, callOptions),
      ] as const,
  );
  const { token } = options;
  const live = (liveOptions: LiveOptions) =>
    openLive(
      {
        baseUrl: baseUrlOf(options),
        token: async () => (typeof token === 'function' ? token() : token),
        mayTokenChange: typeof token === 'function',
        WebSocket: options.WebSocket ?? globalWebSocket(),
        fetch: fetchOf(options),
        timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
      },
      liveOptions,
    );
  return { ...Object.fromEntries(methods), live, each: createEach(call) } as unknown as Client;
}

const defaultTimeoutMs = 10_000;

type Input = Readonly<Record<string, unknown>>;

function baseUrlOf({ baseUrl }: ClientOptions): string {
  const { origin, pathname, protocol } = new URL(URL.canParse(baseUrl) ? baseUrl : 'invalid:');
  if (!/^https?:$/.test(protocol))
    throw new TypeError(`baseUrl must be a URL such as https://desk.example, and is ${baseUrl}`);
  return origin + pathname.replace(/(?<!\/)\/+$/, '');
}

const fetchOf = ({ fetch }: ClientOptions): Fetch => fetch ?? ((url, init) => globalThis.fetch(url, init));

function createCall(options: ClientOptions) {
  const { token, timeoutMs = defaultTimeoutMs, retries = 2 } = options;
  const fetch = fetchOf(options);
  const baseUrl = baseUrlOf(options);

  return async (
    route: Route,
    input: Input = {},
    { signal }: CallOptions = {},
  ): Promise<Success | Failure> => {
    const request = writeRequest(route, input);
    if (!request.ok) return request;
    const { method, path, body, isRepeatable } = request;

    for (let retry = 0; ; retry++) {
      const headers = { ...request.headers };
      const bearer = typeof token === 'function' ? await token() : token;
      if (bearer !== undefined && route.access !== 'public') headers['authorization'] = `Bearer ${bearer}`;
      // Following a redirect turns a POST into a GET, which could succeed as a different route.
      const init: RequestInit = { method, headers, body, redirect: 'manual' };
      const result = await attempt({
        route,
        url: baseUrl + path,
        init,
        fetch,
        timeoutMs,
        signal,
      });

      if (result.ok || !isRepeatable || retry >= retries || !isTransient(result)) return result;
      const delayMs = retryDelayMs(retry, result.retryAfterMs);
      if (delayMs === undefined) return result;
      await sleep(delayMs, signal);
    }
  };
}
