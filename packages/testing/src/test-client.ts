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
import { checkResponse, type CheckedResponse } from './check-response.ts';

/** A running desk and the HS256 secret that it trusts. */
export type Target = { readonly baseUrl: string; readonly secret: string };

export type CallOptions = {
  /** Path parameters, before they are encoded. */
  readonly params?: Readonly<Record<string, string>>;
  /** Query parameters, before they are encoded. */
  readonly query?: Readonly<Record<string, string | number>>;
  /** Replaces the route’s path, `params` and `query`. It is sent as it is. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body, sent as JSON. */
  readonly json?: unknown;
  /** Replaces `json`. It is sent as it is, and `headers` must hold its content type. */
  readonly body?: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
};

type Body<
  Name extends RouteName,
  Status extends keyof Routes[Name]['responses'],
> = Routes[Name]['responses'][Status] extends v.GenericSchema
  ? v.InferOutput<Routes[Name]['responses'][Status]>
  : null;

/** Is called with every response of a route. */
export type ResponseObserver = (name: RouteName, response: CheckedResponse) => void;

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
    // A streamed body needs it. The types of the DOM do not have it.
    duplex: 'half' as const,
    signal: AbortSignal.timeout(15_000),
  };
  return fetch(baseUrl + path, request);
};

/**
 * An HTTP client with one token, or none. It checks every response of a route against the contract and fails
 * the test when the two differ.
 */
export const createTestClient = (target: Target, token: string | null, observer: ResponseObserver) => {
  const call = async (name: RouteName, options: CallOptions = {}): Promise<CheckedResponse> => {
    const route: Route = routes[name];
    const path = options.path ?? pathOf(route, options);
    const response = await checkResponse(route, await fetchRaw(target, token, route.method, path, options));
    observer(name, response);
    return response;
  };

  return {
    /** Calls a route and accepts every response that the contract allows. */
    call,

    /** Calls a route, expects `status` and returns the body. */
    ok: async <Name extends RouteName, Status extends keyof Routes[Name]['responses'] & number>(
      name: Name,
      status: Status,
      options: CallOptions = {},
    ) => {
      const response = await call(name, options);
      expect(response.status, response.text).toBe(status);
      return response.json as Body<Name, Status>;
    },

    /** Calls a route, expects the error `code` and returns the error. */
    refused: async (name: RouteName, code: ErrorCode, options: CallOptions = {}) => {
      const { status, text, error } = await call(name, options);
      expect(error?.code, `${status} ${text}`).toBe(code);
      expect(status).toBe(errors[code].status);
      return error;
    },

    /** Sends any method to any path and checks nothing. */
    fetch: (method: string, path: string, options: CallOptions = {}) =>
      fetchRaw(target, token, method, path, options),
  };
};

export type TestClient = ReturnType<typeof createTestClient>;
