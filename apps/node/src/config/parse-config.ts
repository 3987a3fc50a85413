import * as v from 'valibot';

const url = (protocols: readonly string[]) =>
  v.pipe(
    v.string(),
    v.check(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be a URL that starts with ${protocols.join(' or ')}`,
    ),
  );

const origin = v.pipe(
  v.string(),
  v.check(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    'must be exact origins such as https://desk.example, separated by commas',
  ),
);

const Environment = v.object({
  HOST: v.optional(v.pipe(v.string(), v.minLength(1, 'must not be empty')), '127.0.0.1'),
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+$/, 'must be a port number from 0 to 65535'),
      v.transform(Number),
      v.maxValue(65_535, 'must be a port number from 0 to 65535'),
    ),
    '8787',
  ),
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1, 'must not be empty')), '.data'),
  DATABASE_URL: v.optional(url(['file:', 'libsql:', 'http:', 'https:'])),
  DATABASE_AUTH_TOKEN: v.optional(v.string()),
  AUTH_SECRET: v.optional(
    v.pipe(
      v.string(),
      v.check((secret) => new TextEncoder().encode(secret).length >= 32, 'must be 32 bytes at least'),
    ),
  ),
  AUTH_JWKS_URL: v.optional(url(['https:', 'http:'])),
  AUTH_ISSUER: v.optional(v.pipe(v.string(), v.minLength(1, 'must not be empty'))),
  AUTH_AUDIENCE: v.optional(v.pipe(v.string(), v.minLength(1, 'must not be empty'))),
  CORS_ORIGINS: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) =>
        text
          .split(',')
          .map((entry) => entry.trim())
          .filter(Boolean),
      ),
      v.array(origin),
    ),
    '',
  ),
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
  keys: { secret: string } | { jwksUrl: string } | undefined;
  issuer: string | undefined;
  audience: string | undefined;
  corsOrigins: readonly string[];
  logLevel: string;
  /** On loopback and without production settings: makes its own secret and a demo desk. */
  isLocal: boolean;
};

/** Variables that are wrong: one line each, naming the variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const result = v.safeParse(Environment, environment);
  if (!result.success)
    throw new ConfigError(
      result.issues.map((issue) => `${String(issue.path?.[0]?.key)} ${issue.message}`).join('\n'),
    );
  const env = result.output;
  if (env.AUTH_SECRET !== undefined && env.AUTH_JWKS_URL !== undefined)
    throw new ConfigError('AUTH_JWKS_URL must not be set beside AUTH_SECRET: choose one');

  const keys =
    env.AUTH_SECRET === undefined
      ? env.AUTH_JWKS_URL === undefined
        ? undefined
        : { jwksUrl: env.AUTH_JWKS_URL }
      : { secret: env.AUTH_SECRET };
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
