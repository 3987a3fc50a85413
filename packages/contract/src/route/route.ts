import type * as v from 'valibot';
import type { ErrorCode } from '../error.ts';
import type { Role } from '../token.ts';

type Schema = v.GenericSchema;
/** Names and schemas of the values that stand beside a body. */
export type Parameters = Record<string, Schema>;

/** One endpoint. The server mounts it, the client calls it and the OpenAPI document lists it from this. */
export type Route = {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** From the server’s root, with `{name}` for each path parameter. */
  readonly path: string;
  readonly tag: 'agent' | 'ticket' | 'room' | 'agents' | 'desk' | 'system';
  readonly summary: string;
  readonly description?: string;
  /** The roles that may call it; `public` needs no token. */
  readonly access: readonly Role[] | 'public';
  /** Whether it does no more when it is sent twice; left out, all but a POST are so by themselves. */
  readonly idempotent?: boolean;
  readonly params: Parameters;
  /** Query parameters by name, all optional. Each schema reads the text that the URL has. */
  readonly query?: Parameters;
  /** By the name a client passes it under; `header` is its name on the wire. All are optional. */
  readonly headers: Record<
    string,
    { readonly header: string; readonly description: string; readonly schema: Schema }
  >;
  readonly body: Schema | null;
  /** Success status to body; `null` for none. */
  readonly responses: Readonly<Record<number, Schema | null>>;
  /** What can go wrong besides `commonErrors`, and `authErrors` where a token is needed. */
  readonly errors: readonly ErrorCode[];
};
