import * as v from 'valibot';
import { Identifier } from './identifier.ts';

/** Who a token may speak for. */
export const Role = v.picklist(['agent', 'supervisor', 'service', 'customer', 'admin']);
export type Role = v.InferOutput<typeof Role>;

/**
 * The claims of a bearer token (a JWT, HS256 or by the configured key set). `exp` is required; `iss` and
 * `aud` are checked when the desk is configured with them.
 */
export const TokenClaims = v.object({
  /** The caller’s id. For an agent, the agent id. */
  sub: Identifier,
  role: Role,
  /** Which tenant’s desk this is; `default` when absent. */
  workspace: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/)), 'default'),
  email: v.optional(v.pipe(v.string(), v.maxLength(128), v.email())),
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  /** A customer’s own room, the only one that its token opens. */
  room: v.optional(Identifier),
  /** Expiry, seconds since 1970. */
  exp: v.number(),
});
export type TokenClaims = v.InferOutput<typeof TokenClaims>;
