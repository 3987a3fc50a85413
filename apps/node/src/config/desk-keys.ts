import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AuthKeys, ConfigError } from '@chat-ticket/api';
import { localSecret } from '@chat-ticket/local-secret';
import { giveToOwnerOf } from '@chat-ticket/storage/file-owner';
import { describeSystemError, isSystemError } from '../cli/system-error.ts';
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
    `AUTH_SECRET is not set. Set it, or set AUTH_JWKS_URL. The desk creates its own secret only in local mode, which is off because ${whyNotLocal(config)}.`,
  );
}

const whyNotLocal = ({ databaseUrl, host }: Config): string =>
  databaseUrl === undefined ? `HOST ${host} is not a loopback address` : 'DATABASE_URL is set';

/**
 * The keys of a desk that exists. Throws `ConfigError` if the desk would create its secret: no running desk accepts what
 * a new secret signs.
 */
export function existingKeys(config: Config): AuthKeys {
  if (config.isLocal && !existsSync(secretFile(config.dataDir)))
    throw new ConfigError(
      `DATA_DIR ${config.dataDir} has no auth-secret, so no desk uses this folder. Start the desk first, or set DATA_DIR or AUTH_SECRET to its value.`,
    );
  return deskKeys(config);
}

const secretFile = (dataDir: string): string => join(dataDir, 'auth-secret');

function createdSecret(dataDir: string): string {
  let secret: string;
  try {
    makeDataFolder(dataDir);
    const isMissing = !existsSync(secretFile(dataDir));
    secret = localSecret(dataDir);
    if (isMissing) giveToOwnerOf(dataDir, secretFile(dataDir));
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new ConfigError(
      `DATA_DIR ${dataDir} cannot be used. ${describeSystemError(cause)} Name a folder that the desk can write to.`,
      { cause },
    );
  }
  if (secret.length >= 32) return secret;
  throw new ConfigError(
    `DATA_DIR ${dataDir} has an auth-secret that is too short. Delete that file; the desk then creates another secret.`,
  );
}
