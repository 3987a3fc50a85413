import { ConfigError } from './environment-variables.ts';

/** What verifies tokens: a shared secret (HS256) or the URL of a key set. */
export type AuthKeys = { secret: string } | { jwksUrl: string };

/** The keys that the environment sets; undefined when it sets none. Throws `ConfigError` when it sets both. */
export function authKeys(variables: {
  AUTH_SECRET?: string | undefined;
  AUTH_JWKS_URL?: string | undefined;
}): AuthKeys | undefined {
  const { AUTH_SECRET: secret, AUTH_JWKS_URL: jwksUrl } = variables;
  if (secret !== undefined && jwksUrl !== undefined)
    throw new ConfigError('AUTH_JWKS_URL must not be set beside AUTH_SECRET: choose one');
  if (secret !== undefined) return { secret };
  return jwksUrl === undefined ? undefined : { jwksUrl };
}
