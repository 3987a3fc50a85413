import { type AuthKeys, ConfigError } from '@chat-ticket/api';
import { localSecret } from '@chat-ticket/local-secret';
import type { Config } from './parse-config.ts';

/**
 * The keys that verify tokens. A local desk without keys creates a secret at its first use. Throws `ConfigError` when
 * any other desk has no keys.
 */
export function deskKeys(config: Config): AuthKeys {
  if (config.keys) return config.keys;
  if (config.isLocal) return { secret: localSecret(config.dataDir) };
  throw new ConfigError(
    'AUTH_SECRET is not set. Set it, or set AUTH_JWKS_URL. Only a desk on loopback with an embedded database creates its own secret.',
  );
}
