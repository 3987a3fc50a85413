import * as v from 'valibot';
import { DisplayName } from '../scalar/display-name.ts';
import { EmailAddress } from '../scalar/email.ts';
import { Identifier, identifier } from '../scalar/identifier.ts';
import { Timestamp } from '../scalar/timestamp.ts';
import type * as types from './token.types.ts';

/** Schema of the role of a token. */
export const Role = v.picklist(['agent', 'supervisor', 'service', 'customer', 'admin']);
/** The role of a token. It decides which routes the token may call. */
export type Role = types.Role;

/** The end of the year 9999, in seconds since 1970. */
const latestTime = 253_402_300_799;

/** A time as JWTs have it: seconds since 1970, with or without a fraction. */
const numericDate = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(latestTime));

/** A claim that only describes the caller. An odd value counts as left out: it must not lock a person out. */
const descriptive = <Schema extends v.GenericSchema<string>>(schema: Schema) =>
  v.fallback(v.optional(schema), undefined);

/** Schema of the claims of a bearer token, a JWT. */
export const TokenClaims = v.pipe(
  v.object({
    sub: v.pipe(Identifier, v.description('The caller’s id. For an agent, the agent’s id.')),
    role: v.pipe(Role, v.description('The caller’s role.')),
    workspace: v.pipe(
      v.optional(
        v.pipe(
          v.string(),
          v.regex(
            /^[a-z0-9][a-z0-9-]{0,62}$/,
            'must have 1 to 63 lower-case letters, digits and hyphens, and not start with a hyphen',
          ),
        ),
        'default',
      ),
      v.description('The workspace that the token gives access to.'),
    ),
    email: v.pipe(
      descriptive(EmailAddress),
      v.description(
        'The caller’s email. An agent’s record is created with it. A value that is not an email address is ignored.',
      ),
    ),
    email_verified: v.pipe(
      v.optional(v.fallback(v.union([v.boolean(), v.picklist(['true', 'false'])]), false)),
      v.description(
        'Whether the issuer has checked that the email is the caller’s. If it is false, the email joins no record.',
      ),
    ),
    name: v.pipe(
      descriptive(DisplayName),
      v.description(
        'The caller’s name, as shown to people. An agent’s record is created with it. A blank value is ignored.',
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
        numericDate,
        v.description(
          'When the token was issued, in seconds since 1970. A token without it counts as issued before any revocation.',
        ),
      ),
    ),
    nbf: v.optional(
      v.pipe(numericDate, v.description('When the token becomes valid, in seconds since 1970.')),
    ),
    exp: v.pipe(numericDate, v.description('When the token expires, in seconds since 1970.')),
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
