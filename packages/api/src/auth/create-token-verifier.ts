import { TokenClaims } from '@chat-ticket/contract';
import type { Principal } from '@chat-ticket/domain';
import { errors, type JWTVerifyGetKey, jwtVerify, type JWTVerifyOptions } from 'jose';
import * as v from 'valibot';
import { ApiError } from '../error/api-error.ts';
import type { AuthKeys } from '../environment/auth-keys.ts';
import { defaultLeewaySeconds } from '../environment/environment-variables.ts';
import { parsing } from '../request/parsing.ts';
import { createKeySet, type KeySet } from './key-set.ts';
import { keySetAlgorithms } from './usable-keys.ts';

/** A verified token: its principal and its times. */
export type VerifiedToken = {
  principal: Principal;
  /** When it was issued, in whole seconds since 1970; 0 when the token does not say. */
  issuedAt: number;
  /** When the desk refuses it, in ms since 1970: its `exp` and the leeway. */
  expiresAt: number;
};

/** Verifies a token at `now`, in ms since 1970. Throws `token_expired`, `token_invalid` or `KeySetUnavailable`. */
export type VerifyToken = (token: string, now: number) => Promise<VerifiedToken>;

/** What a token must match. */
export type VerifierOptions = {
  /** A secret verifies HS256; a key set verifies RS256, PS256, ES256 and EdDSA. */
  keys: AuthKeys;
  issuer?: string | undefined;
  audience?: string | undefined;
  /** By how much the issuer’s clock may differ from the desk’s, in seconds. Default: 60. */
  leewaySeconds?: number | undefined;
  /** Gets a message about keys of the key set that the desk cannot use, once for the same keys. Default: nothing. */
  warn?: ((message: string) => void) | undefined;
};

/** How many keys of the key set the desk tries for a token whose header fits several. */
const maxKeysTried = 8;

export type TokenVerifier = {
  verifyToken: VerifyToken;
  /** Whether tokens can be verified now, and what is wrong with the keys. */
  checkKeys: KeySet['check'];
  leewaySeconds: number;
};

/** Creates a verifier. Keep it for the life of the process: it caches the imported key or the key set. */
export function createTokenVerifier({
  keys,
  issuer,
  audience,
  leewaySeconds = defaultLeewaySeconds,
  warn,
}: VerifierOptions): TokenVerifier {
  const options: JWTVerifyOptions = {
    algorithms: 'secret' in keys ? ['HS256'] : [...keySetAlgorithms],
    requiredClaims: ['exp'],
    clockTolerance: leewaySeconds,
    ...(issuer === undefined ? {} : { issuer }),
    ...(audience === undefined ? {} : { audience }),
  };
  const keySet = 'secret' in keys ? undefined : createKeySet(keys.jwksUrl, warn);
  const getKey = 'secret' in keys ? sharedKey(keys.secret) : keySet!.getKey;

  return {
    verifyToken: async (token, now) => {
      const payload = await verify(token, getKey, { ...options, currentDate: new Date(now) });
      const claims = v.safeParse(TokenClaims, payload, parsing);
      if (!claims.success)
        throw new ApiError('token_invalid', { detail: malformed(v.getDotPath(claims.issues[0]) ?? 'sub') });
      const { iat = 0, exp, nbf: _, ...principal } = claims.output;
      if (iat > now / 1000 + leewaySeconds)
        throw new ApiError('token_invalid', { detail: wrongClock('was issued (`iat`)', iat, now) });
      return { principal, issuedAt: Math.floor(iat), expiresAt: (exp + leewaySeconds) * 1000 };
    },
    checkKeys: async () => keySet?.check() ?? { isUsable: true, problem: undefined, hasUnusableKeys: false },
    leewaySeconds,
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
    return await verifyWithAny(token, getKey, options);
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new ApiError('token_expired');
    // Anything else that `jose` throws is about the token.
    if (error instanceof errors.JOSEError)
      throw new ApiError('token_invalid', { detail: describe(error, options) });
    throw error;
  }
}

/**
 * The claims of a token. The header can fit several keys: two keys have one `kid` while the issuer changes its key, or the
 * token has no `kid`. Then each key is tried.
 */
async function verifyWithAny(token: string, getKey: JWTVerifyGetKey, options: JWTVerifyOptions) {
  try {
    return (await jwtVerify(token, getKey, options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    return verifyWithEach(token, error, options);
  }
}

async function verifyWithEach(
  token: string,
  keys: errors.JWKSMultipleMatchingKeys,
  options: JWTVerifyOptions,
) {
  let tried = 0;
  for await (const key of keys) {
    try {
      return (await jwtVerify(token, key, options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
    }
    if (++tried === maxKeysTried) break;
  }
  throw new errors.JWSSignatureVerificationFailed();
}

/** What is wrong with the token. A claim is wrong only if the signature is right. */
function describe(error: errors.JOSEError, { currentDate }: JWTVerifyOptions): string {
  if (error instanceof errors.JWTClaimValidationFailed) return describeClaim(error, Number(currentDate));
  if (error instanceof errors.JWSSignatureVerificationFailed)
    return 'The signature of the token is not right. Its issuer must sign with the key that the desk verifies with.';
  if (error instanceof errors.JWKSNoMatchingKey)
    return 'The key set of the desk has no usable key for the `kid` and `alg` of the token. Get a new one from its issuer.';
  if (error instanceof errors.JOSEAlgNotAllowed)
    return 'The token is signed with an algorithm (`alg`) that the desk does not accept. Get a new one from its issuer.';
  return 'The token is not a signed JWT. Get a new one from its issuer.';
}

function describeClaim({ claim, reason, payload }: errors.JWTClaimValidationFailed, now: number): string {
  if (reason !== 'check_failed') return malformed(claim);
  if (claim === 'nbf') return wrongClock('is valid (`nbf`)', Number(payload.nbf), now);
  return `The token’s claim \`${claim}\` is not the one that the desk expects. Get a token for this desk from its issuer.`;
}

const wrongClock = (what: string, seconds: number, now: number) =>
  `The token ${what} only in ${Math.ceil(seconds - now / 1000)} s by the desk’s clock. Set the clock of the issuer or of the desk.`;

const malformed = (claim: string) =>
  `The token’s claim \`${claim}\` is missing or malformed. Get a new one from its issuer.`;
