import { type AuthKeys, authKeys, environmentVariables, parseVariables } from '@chat-ticket/api';
import * as v from 'valibot';

const portRange = 'must be a port number from 0 to 65535';

const Environment = v.object({
  ...environmentVariables,
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
  /** Undefined when none are set: see `deskKeys`. */
  keys: AuthKeys | undefined;
  issuer: string | undefined;
  audience: string | undefined;
  corsOrigins: readonly string[];
  logLevel: string;
  /** On loopback and without production settings: makes its own secret and a demo desk. */
  isLocal: boolean;
};

const loopback = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

/** Whether the host, as in HOST or in a URL, is this machine to itself. */
export const isLoopback = (host: string): boolean => loopback.has(host);

/** The process’s settings. Throws `ConfigError`. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const env = parseVariables(Environment, environment);
  const keys = authKeys(env);
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
    isLocal: isLoopback(env.HOST) && keys === undefined && env.DATABASE_URL === undefined,
  };
}
