import * as v from 'valibot';
import { Identifier, Timestamp } from './identifier.ts';

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
  /** When it was issued, seconds since 1970. One that does not say so counts as older than any revocation. */
  iat: v.optional(v.number()),
  /** Expiry, seconds since 1970. */
  exp: v.number(),
});
export type TokenClaims = v.InferOutput<typeof TokenClaims>;

const whose = {
  role: v.pipe(Role, v.description('The role that the tokens speak for.'), v.examples(['agent'])),
  sub: v.pipe(Identifier, v.description('Their `sub`.'), v.examples(['ann'])),
};

/** Whose tokens are to be revoked. */
export const RevokeTokensParam = v.pipe(
  v.strictObject(whose),
  v.description('Whose tokens are to be revoked.'),
);
export type RevokeTokensParam = v.InferOutput<typeof RevokeTokensParam>;

/** A person’s tokens that are not taken any more. */
export const RevokedTokens = v.pipe(
  v.strictObject({
    ...whose,
    revokedTimestamp: v.pipe(
      Timestamp,
      v.description(
        'Tokens issued up to this second are refused, and those that don’t say when they were issued.',
      ),
      v.examples([1572499999]),
    ),
  }),
  v.description('A person’s tokens that are not taken any more.'),
);
export type RevokedTokens = v.InferOutput<typeof RevokedTokens>;
