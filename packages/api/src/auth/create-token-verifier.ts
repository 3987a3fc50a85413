import { TokenClaims } from '@chat-ticket/contract';
import type { Principal } from '@chat-ticket/domain';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify, type JWTVerifyOptions } from 'jose';
import * as v from 'valibot';
import { ApiError } from '../error/api-error.ts';
import type { AuthKeys } from '../environment/auth-keys.ts';

/** A verified token: its principal and its times. */
export type VerifiedToken = {
  principal: Principal;
  /** When it was issued, in seconds since 1970; 0 when the token does not say. */
  issuedAt: number;
  /** When it expires, in ms since 1970. */
  expiresAt: number;
};

/** Verifies a token at `now`, in ms since 1970. Throws `token_expired` or `token_invalid`. */
export type VerifyToken = (token: string, now: number) => Promise<VerifiedToken>;

/** The keys and claims that a token must match. */
export type VerifierOptions = {
  /** A secret verifies HS256; a key set verifies RS256, PS256, ES256 and EdDSA. */
  keys: AuthKeys;
  issuer?: string | undefined;
  audience?: string | undefined;
};

/** Creates a verifier. Keep it for the life of the process: it caches the imported key or the key set. */
export function createTokenVerifier({ keys, issuer, audience }: VerifierOptions): VerifyToken {
  const options: JWTVerifyOptions = {
    algorithms: 'secret' in keys ? ['HS256'] : ['RS256', 'PS256', 'ES256', 'EdDSA'],
    requiredClaims: ['exp'],
    ...(issuer === undefined ? {} : { issuer }),
    ...(audience === undefined ? {} : { audience }),
  };
  const getKey = 'secret' in keys ? sharedKey(keys.secret) : createRemoteJWKSet(new URL(keys.jwksUrl));

  return async (token, now) => {
    const payload = await verify(token, getKey, { ...options, currentDate: new Date(now) });
    const claims = v.safeParse(TokenClaims, payload);
    if (!claims.success) throw new ApiError('token_invalid', { detail: malformedClaim(claims.issues[0]) });
    const { iat = 0, exp, ...principal } = claims.output;
    return { principal, issuedAt: iat, expiresAt: exp * 1000 };
  };
}

function sharedKey(secret: string): JWTVerifyGetKey {
  let key: ReturnType<typeof importSecret> | undefined;
  return () => (key ??= importSecret(secret));
}

const importSecret = (secret: string) =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ]);

async function verify(token: string, getKey: JWTVerifyGetKey, options: JWTVerifyOptions) {
  try {
    return (await jwtVerify(token, getKey, options)).payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new ApiError('token_expired');
    // A key set that cannot be fetched is an error of the desk; any other error is the token’s.
    if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error;
    throw new ApiError('token_invalid');
  }
}

const malformedClaim = (issue: v.BaseIssue<unknown>) =>
  `The token’s claim \`${v.getDotPath(issue) ?? 'sub'}\` is missing or malformed. Get a new one from its issuer.`;
