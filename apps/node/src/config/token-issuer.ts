import { type Claims, ConfigError, createTokenSigner } from '@chat-ticket/api';
import { deskKeys } from './desk-keys.ts';
import type { Config } from './parse-config.ts';

export type { Claims };

/** Makes bearer tokens that the configured desk takes. */
export type IssueToken = (claims: Claims, expiresInSeconds: number) => Promise<string>;

/** Throws `ConfigError` where the desk checks tokens that only somebody else can make. */
export function tokenIssuer(config: Config): IssueToken {
  const sign = createTokenSigner({
    keys: deskKeys(config),
    issuer: config.issuer,
    audience: config.audience,
  });
  if (!sign)
    throw new ConfigError('AUTH_JWKS_URL is set: its issuer makes the tokens, this desk only checks them');
  return (claims, expiresInSeconds) => {
    const issuedAt = Math.floor(Date.now() / 1000);
    return sign(claims, { issuedAt, expiresAt: issuedAt + expiresInSeconds });
  };
}
