import type * as v from 'valibot';
import type { ErrorCode } from '../error/error.ts';
import type { Role } from '../token/token.ts';

type Schema = v.GenericSchema;

/** Parameters by name, each with its schema. */
export type Parameters = Readonly<Record<string, Schema>>;

/** A request header that a route reads. It is always optional. */
export type HeaderParameter = {
  /** The name of the header on the wire. */
  readonly header: string;
  /** What the header is for. */
  readonly description: string;
  /** The schema of the header’s value. */
  readonly schema: Schema;
  /** The errors that the header can cause, in addition to `header_invalid`. */
  readonly errors?: readonly ErrorCode[];
};

/** One endpoint. The server mounts it, the client calls it, and the OpenAPI document lists it from this value. */
export type Route = {
  /** The HTTP method. */
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** The path from the server’s root, with `{name}` for each path parameter. */
  readonly path: string;
  /** The section of the API reference that lists the route. */
  readonly tag: 'agent' | 'ticket' | 'room' | 'agents' | 'desk' | 'system';
  /** What the route does, in a few words. */
  readonly summary: string;
  /** What the route does, in sentences. */
  readonly description?: string;
  /** The roles that may call the route. `public`: the route needs no token. */
  readonly access: readonly Role[] | 'public';
  /**
   * Whether sending the same request twice has the same effect as sending it once.
   * @default true, but false for a POST
   */
  readonly idempotent?: boolean;
  /** The path parameters. */
  readonly params: Parameters;
  /** The query parameters, all optional. Their schemas read the text of the URL. */
  readonly query: Parameters;
  /** The request headers, by the name that the client uses. */
  readonly headers: Readonly<Record<string, HeaderParameter>>;
  /** The schema of the request body; `null` if there is none. */
  readonly body: Schema | null;
  /**
   * The member of the response of 200 that contains the body, if the route also accepts that response as its body. The
   * response has a `version` too, which the desk then expects as it would that of If-Match.
   */
  readonly acceptsItsResponse?: string;
  /**
   * The member of the response of 200 that contains the items, if the route is a list. A list has the query parameters
   * `limit` and `cursor`, and its response has `nextCursor` unless the page is the last one.
   */
  readonly list?: string;
  /** The maximum size of the request body, in bytes. */
  readonly maxBodyBytes: number;
  /** The schema of the response body for each success status; `null` for an empty body. */
  readonly responses: Readonly<Record<number, Schema | null>>;
  /** The errors of the route. `routeErrors` adds those that every route can return. */
  readonly errors: readonly ErrorCode[];
};
