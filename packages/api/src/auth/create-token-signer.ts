import type { TokenClaims } from '@chat-ticket/contract';
import { SignJWT } from 'jose';
import type { VerifierOptions } from './create-token-verifier.ts';

export type Claims = Partial<Omit<TokenClaims, 'iat' | 'exp'>> & Pick<TokenClaims, 'sub' | 'role'>;

/** Makes a bearer token that this desk takes. Times are seconds since 1970. */
export type SignToken = (claims: Claims, times: { issuedAt: number; expiresAt: number }) => Promise<string>;

/** Null where the desk checks tokens that only the issuer of its key set can make. */
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
