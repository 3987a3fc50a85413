import { ConfigError } from '@chat-ticket/api';
import type { TokenClaims } from '@chat-ticket/contract';
import { SignJWT } from 'jose';
import { deskKeys } from '../config/desk-keys.ts';
import type { Config } from '../config/parse-config.ts';

export type Claims = Partial<Omit<TokenClaims, 'exp'>> & Pick<TokenClaims, 'sub' | 'role'>;

/** Makes bearer tokens that the configured desk takes. */
export type SignToken = (claims: Claims, expiresInSeconds: number) => Promise<string>;

/** Throws `ConfigError` where the desk checks tokens that only somebody else can make. */
export function createSigner(config: Config): SignToken {
  const keys = deskKeys(config);
  if (!('secret' in keys))
    throw new ConfigError('AUTH_JWKS_URL is set: its issuer makes the tokens, this desk only checks them');
  const key = new TextEncoder().encode(keys.secret);
  return (claims, expiresInSeconds) => {
    const token = new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuedAt()
      .setExpirationTime(`${expiresInSeconds} seconds from now`);
    if (config.issuer !== undefined) token.setIssuer(config.issuer);
    if (config.audience !== undefined) token.setAudience(config.audience);
    return token.sign(key);
  };
}
