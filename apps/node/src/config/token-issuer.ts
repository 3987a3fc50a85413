import { type Claims, ConfigError, createTokenSigner } from '@chat-ticket/api';
import { existingKeys } from './desk-keys.ts';
import type { Config } from './parse-config.ts';

export type { Claims };

/** Issues a bearer token that the configured desk accepts. */
export type IssueToken = (claims: Claims, expiresInSeconds: number) => Promise<string>;

/**
 * Throws `ConfigError` with AUTH_JWKS_URL, because only the owner of that key set can sign tokens, and if a local desk
 * has no secret yet.
 */
export function tokenIssuer(config: Config): IssueToken {
  const sign = createTokenSigner({
    keys: existingKeys(config),
    issuer: config.issuer,
    audience: config.audience,
  });
  if (!sign)
    throw new ConfigError(
      'AUTH_JWKS_URL is set, so this desk verifies tokens and cannot sign them. Get a token from their issuer.',
    );
  return (claims, expiresInSeconds) => {
    const issuedAt = Math.floor(Date.now() / 1000);
    return sign(claims, { issuedAt, expiresAt: issuedAt + expiresInSeconds });
  };
}
