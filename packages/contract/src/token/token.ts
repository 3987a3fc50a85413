import * as v from 'valibot';
import { Identifier, identifier } from '../scalar/identifier.ts';
import { Timestamp } from '../scalar/timestamp.ts';
import type * as types from './token.types.ts';

/** Schema of the role of a token. */
export const Role = v.picklist(['agent', 'supervisor', 'service', 'customer', 'admin']);
/** The role of a token. It decides which routes the token may call. */
export type Role = types.Role;

/** Schema of the claims of a bearer token, a JWT. */
export const TokenClaims = v.pipe(
  v.object({
    sub: v.pipe(Identifier, v.description('The caller’s id. For an agent, the agent’s id.')),
    role: v.pipe(Role, v.description('The caller’s role.')),
    workspace: v.pipe(
      v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/)), 'default'),
      v.description('The workspace that the token gives access to.'),
    ),
    email: v.optional(
      v.pipe(
        v.string(),
        v.maxLength(128),
        v.email(),
        v.description('The caller’s email. An agent’s record is created with it.'),
      ),
    ),
    name: v.optional(
      v.pipe(
        v.string(),
        v.minLength(1),
        v.maxLength(200),
        v.description('The caller’s name, as shown to people. An agent’s record is created with it.'),
      ),
    ),
    room: v.optional(
      v.pipe(
        Identifier,
        v.description('For a customer: the id of the only room that the token gives access to.'),
      ),
    ),
    iat: v.optional(
      v.pipe(
        v.number(),
        v.description(
          'When the token was issued, in seconds since 1970. A token without it counts as issued before any revocation.',
        ),
      ),
    ),
    exp: v.pipe(v.number(), v.description('When the token expires, in seconds since 1970.')),
  }),
  v.description('The claims of a bearer token.'),
);
/**
 * The claims of a bearer token: a JWT, signed with HS256 or by a key of the configured key set. The desk checks
 * `iss` and `aud` too if it is configured with them.
 */
export type TokenClaims = types.TokenClaims;

const holder = {
  role: v.pipe(Role, v.description('The role of the tokens.'), v.examples(['agent'])),
  sub: identifier('The `sub` claim of the tokens.', 'ann'),
};

/** Schema of the body of POST /v1/tokens/revoke. */
export const RevokeTokensParam = v.pipe(
  v.strictObject(holder),
  v.description('The person whose tokens to revoke.'),
);
/** The body of POST /v1/tokens/revoke: the person whose tokens to revoke. */
export type RevokeTokensParam = types.RevokeTokensParam;

/** Schema of the response of POST /v1/tokens/revoke. */
export const RevokedTokens = v.pipe(
  v.strictObject({
    ...holder,
    revokedTimestamp: v.pipe(
      Timestamp,
      v.description(
        'Tokens that were issued up to this second are refused, and tokens without `iat`. In seconds since 1970.',
      ),
      v.examples([1572499999]),
    ),
  }),
  v.description('The tokens of a person that the desk refuses.'),
);
/** The tokens of a person that the desk refuses. */
export type RevokedTokens = types.RevokedTokens;
