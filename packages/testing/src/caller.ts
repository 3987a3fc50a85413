import {
  errors,
  routes,
  type ErrorCode,
  type Route,
  type RouteName,
  type Routes,
} from '@chat-ticket/contract';
import type * as v from 'valibot';
import { expect } from 'vitest';
import { checkAnswer, type Answer } from './check-answer.ts';

/** A running desk and the HS256 secret that it trusts. */
export type Target = { readonly baseUrl: string; readonly secret: string };

export type CallOptions = {
  /** Path parameters, as they are before they are encoded. */
  readonly params?: Readonly<Record<string, string>>;
  /** Query parameters, as they are before they are encoded. */
  readonly query?: Readonly<Record<string, string | number>>;
  /** In place of the route’s path, `params` and `query`, sent as it is. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, in place of `json`, with the content type of `headers` alone. */
  readonly body?: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
};

type Body<
  Name extends RouteName,
  Status extends keyof Routes[Name]['responses'],
> = Routes[Name]['responses'][Status] extends v.GenericSchema
  ? v.InferOutput<Routes[Name]['responses'][Status]>
  : null;

/** Hears of every answer to a route of the table. */
export type Listener = (name: RouteName, answer: Answer) => void;

const pathOf = (route: Route, { params = {}, query = {} }: CallOptions) => {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) search.set(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
};

const fetchRaw = (
  { baseUrl }: Target,
  token: string | null,
  method: string,
  path: string,
  options: CallOptions = {},
) => {
  const json = options.json === undefined ? null : JSON.stringify(options.json);
  const request = {
    method,
    headers: {
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(json === null ? {} : { 'Content-Type': 'application/json' }),
      ...options.headers,
    },
    body: options.body ?? json,
    // What a streamed body needs; the DOM’s types do not know it.
    duplex: 'half' as const,
    signal: AbortSignal.timeout(15_000),
  };
  return fetch(baseUrl + path, request);
};

/** Speaks to the desk with one token, or none, and holds every answer against the contract. */
export const createCaller = (target: Target, token: string | null, listener: Listener) => {
  const call = async (name: RouteName, options: CallOptions = {}): Promise<Answer> => {
    const route: Route = routes[name];
    const path = options.path ?? pathOf(route, options);
    const answer = await checkAnswer(route, await fetchRaw(target, token, route.method, path, options));
    listener(name, answer);
    return answer;
  };

  return {
    /** Calls a route; any answer that the contract lets it give will do. */
    call,

    /** Calls a route that must succeed with `status`. */
    ok: async <Name extends RouteName, Status extends keyof Routes[Name]['responses'] & number>(
      name: Name,
      status: Status,
      options: CallOptions = {},
    ) => {
      const answer = await call(name, options);
      expect(answer.status, answer.text).toBe(status);
      return answer.json as Body<Name, Status>;
    },

    /** Calls a route that must fail with `code`. */
    refused: async (name: RouteName, code: ErrorCode, options: CallOptions = {}) => {
      const { status, text, error } = await call(name, options);
      expect(error?.code, `${status} ${text}`).toBe(code);
      expect(status).toBe(errors[code].status);
      return error;
    },

    /** Sends any method to any path, checking nothing. */
    fetch: (method: string, path: string, options: CallOptions = {}) =>
      fetchRaw(target, token, method, path, options),
  };
};

export type Caller = ReturnType<typeof createCaller>;
