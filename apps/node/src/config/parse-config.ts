import { type AuthKeys, authKeys, ConfigError, deskVariables, parseVariables } from '@chat-ticket/api';
import * as v from 'valibot';

const portRange = 'must be a port number from 0 to 65535';

const Environment = v.object({
  ...deskVariables,
  HOST: v.optional(v.pipe(v.string(), v.minLength(1, 'must not be empty')), '127.0.0.1'),
  PORT: v.optional(
    v.pipe(v.string(), v.regex(/^\d+$/, portRange), v.transform(Number), v.maxValue(65_535, portRange)),
    '8787',
  ),
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1, 'must not be empty')), '.data'),
  LOG_LEVEL: v.optional(
    v.picklist(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent'),
    'info',
  ),
});

export type Config = {
  host: string;
  port: number;
  dataDir: string;
  /** Undefined: the embedded database in the data folder. */
  databaseUrl: string | undefined;
  databaseAuthToken: string | undefined;
  /** Undefined in local mode only: the secret is generated into the data folder. */
  keys: AuthKeys | undefined;
  issuer: string | undefined;
  audience: string | undefined;
  corsOrigins: readonly string[];
  logLevel: string;
  /** On loopback and without production settings: makes its own secret and a demo desk. */
  isLocal: boolean;
};

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/** The process’s settings. Throws `ConfigError`. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const env = parseVariables(Environment, environment);
  const keys = authKeys(env);
  const isLocal = loopback.has(env.HOST) && keys === undefined && env.DATABASE_URL === undefined;
  if (!keys && !isLocal)
    throw new ConfigError(
      'AUTH_SECRET must be set (or AUTH_JWKS_URL): only a desk on loopback with its own database makes its own',
    );
  return {
    host: env.HOST,
    port: env.PORT,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    databaseAuthToken: env.DATABASE_AUTH_TOKEN,
    keys,
    issuer: env.AUTH_ISSUER,
    audience: env.AUTH_AUDIENCE,
    corsOrigins: env.CORS_ORIGINS,
    logLevel: env.LOG_LEVEL,
    isLocal,
  };
}
