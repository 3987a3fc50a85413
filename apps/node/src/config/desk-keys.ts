import { type AuthKeys, ConfigError } from '@chat-ticket/api';
import { localSecret } from '@chat-ticket/local-secret';
import { makeDataFolder } from '../database/make-folder.ts';
import type { Config } from './parse-config.ts';

/**
 * The keys that verify tokens. A local desk without keys creates a secret at its first use. Throws `ConfigError` when
 * any other desk has no keys.
 */
export function deskKeys(config: Config): AuthKeys {
  if (config.keys) return config.keys;
  if (config.isLocal) return { secret: createdSecret(config.dataDir) };
  throw new ConfigError(
    'AUTH_SECRET is not set. Set it, or set AUTH_JWKS_URL. Only a desk on loopback with an embedded database creates its own secret.',
  );
}

function createdSecret(dataDir: string): string {
  let secret: string;
  try {
    makeDataFolder(dataDir);
    secret = localSecret(dataDir);
  } catch (cause) {
    throw new ConfigError(
      `DATA_DIR ${dataDir} cannot be used: ${(cause as Error).message}. Name a folder that the desk can write to.`,
      { cause },
    );
  }
  if (secret.length >= 32) return secret;
  throw new ConfigError(
    `DATA_DIR ${dataDir} has an auth-secret that is too short. Delete that file; the desk then creates another secret.`,
  );
}
