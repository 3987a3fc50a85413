import {
  type AddressSource,
  type AuthKeys,
  authKeys,
  environmentVariables,
  parseVariables,
} from '@chat-ticket/api';
import * as v from 'valibot';

/** A whole number of at least 1. */
const count = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,6}$/, 'must be a whole number from 1 to 9999999'),
  v.transform(Number),
);

const portRange = 'must be a port number from 0 to 65535';

const Environment = v.object({
  ...environmentVariables,
  HOST: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1, 'must not be empty'),
      v.check((host) => !/[\s/]/.test(host), 'must be a host name or an address, without a protocol'),
      // A URL has an IPv6 address in brackets. The operating system takes it without.
      v.transform((host) => host.replace(/^\[(.*)\]$/, '$1')),
    ),
    '127.0.0.1',
  ),
  PORT: v.optional(
    v.pipe(v.string(), v.regex(/^\d+$/, portRange), v.transform(Number), v.maxValue(65_535, portRange)),
    '8787',
  ),
  KEEP_ALIVE_SECONDS: v.optional(count, '75'),
  MAX_CONNECTIONS: v.optional(count, '10000'),
  MAX_REQUESTS_IN_FLIGHT: v.optional(count, '512'),
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1, 'must not be empty')), '.data'),
  LOG_LEVEL: v.optional(
    v.picklist(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent'),
    'info',
  ),
});

export type Config = {
  /** The host to listen on. Default: 127.0.0.1. */
  host: string;
  /** The port to listen on; 0: any free port. Default: 8787. */
  port: number;
  /** How long an idle connection stays open, in seconds. Default: 75, longer than load balancers keep it. */
  keepAliveSeconds: number;
  /** The connections that the process has open at most, HTTP and live. Default: 10,000. */
  maxConnections: number;
  /** The requests that the process works on at once. More are refused with 503. Default: 512. */
  maxRequestsInFlight: number;
  /** Where the address of a client is, by which forged tokens are counted. Default: the address of the connection. */
  addressSource: AddressSource;
  /** Forged tokens that an address can send per minute. Default: 600. */
  failedTokensPerMinute: number;
  /** The folder of the embedded database and the local secret. Default: `.data`. */
  dataDir: string;
  /** A libSQL URL, which may contain `{workspace}`. Undefined: the embedded database in the data folder. */
  databaseUrl: string | undefined;
  databaseAuthToken: string | undefined;
  /** The keys from the environment. Undefined when none are set; `deskKeys` then creates a local secret. */
  keys: AuthKeys | undefined;
  issuer: string | undefined;
  audience: string | undefined;
  /** By how much the clock of the token issuer may differ from the desk’s, in seconds. Default: 60. */
  leewaySeconds: number;
  corsOrigins: readonly string[];
  logLevel: string;
  /** On loopback, without keys and without a database URL: the desk creates a secret and a demo desk. */
  isLocal: boolean;
};

const loopback = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

/** Whether only this machine can reach the host. Accepts the form of HOST and the form in a URL. */
export const isLoopback = (host: string): boolean => loopback.has(host);

/** The configuration of the process, from its environment variables. Throws `ConfigError` when one is invalid. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const env = parseVariables(Environment, environment);
  const keys = authKeys(env);
  return {
    host: env.HOST,
    port: env.PORT,
    keepAliveSeconds: env.KEEP_ALIVE_SECONDS,
    maxConnections: env.MAX_CONNECTIONS,
    maxRequestsInFlight: env.MAX_REQUESTS_IN_FLIGHT,
    addressSource: { header: env.CLIENT_ADDRESS_HEADER ?? null, hops: env.CLIENT_ADDRESS_HOPS },
    failedTokensPerMinute: env.FAILED_TOKENS_PER_MINUTE,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    databaseAuthToken: env.DATABASE_AUTH_TOKEN,
    keys,
    issuer: env.AUTH_ISSUER,
    audience: env.AUTH_AUDIENCE,
    leewaySeconds: env.AUTH_LEEWAY_SECONDS,
    corsOrigins: env.CORS_ORIGINS,
    logLevel: env.LOG_LEVEL,
    isLocal: isLoopback(env.HOST) && keys === undefined && env.DATABASE_URL === undefined,
  };
}
