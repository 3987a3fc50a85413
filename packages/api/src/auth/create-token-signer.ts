import type { TokenClaims } from '@chat-ticket/contract';
import { SignJWT } from 'jose';
import type { VerifierOptions } from './create-token-verifier.ts';

/** The claims of a new token, without its times. */
export type Claims = Partial<Omit<TokenClaims, 'iat' | 'nbf' | 'exp'>> & Pick<TokenClaims, 'sub' | 'role'>;

/** Signs a bearer token that this desk accepts. Times are in seconds since 1970. */
export type SignToken = (claims: Claims, times: { issuedAt: number; expiresAt: number }) => Promise<string>;

/** Signs with the desk’s secret. Null when the desk verifies with a key set, whose issuer alone can sign. */
export function createTokenSigner({ keys, issuer, audience }: VerifierOptions): SignToken | null {
  if (!('secret' in keys)) return null;
  const key = new TextEncoder().encode(keys.secret);
  return (claims, { issuedAt, expiresAt }) => {
    const token = new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt);
    if (issuer !== undefined) token.setIssuer(issuer);
    if (audience !== undefined) token.setAudience(audience);
    return token.sign(key);
  };
}
