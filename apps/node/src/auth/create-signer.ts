import { type Claims, ConfigError, createSigner as createDeskSigner } from '@chat-ticket/api';
import { deskKeys } from '../config/desk-keys.ts';
import type { Config } from '../config/parse-config.ts';

export type { Claims };

/** Makes bearer tokens that the configured desk takes. */
export type SignToken = (claims: Claims, expiresInSeconds: number) => Promise<string>;

/** Throws `ConfigError` where the desk checks tokens that only somebody else can make. */
export function createSigner(config: Config): SignToken {
  const sign = createDeskSigner({
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
