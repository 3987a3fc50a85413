import { type AuthKeys, ConfigError } from '@chat-ticket/api';
import { localSecret } from '@chat-ticket/local-secret';
import type { Config } from './parse-config.ts';

/** What tokens are checked with; a local desk makes its secret at the first use. Throws `ConfigError`. */
export function deskKeys(config: Config): AuthKeys {
  if (config.keys) return config.keys;
  if (config.isLocal) return { secret: localSecret(config.dataDir) };
  throw new ConfigError(
    'AUTH_SECRET must be set (or AUTH_JWKS_URL): only a desk on loopback with its own database makes its own',
  );
}
