import { issueMessage } from '@chat-ticket/contract';
import * as v from 'valibot';

/** A URL with one of these protocols. */
const url = (...protocols: string[]) =>
  v.pipe(
    v.string(),
    v.check(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be a URL that starts with ${protocols.join(' or ')}`,
    ),
  );

/** By how much the clock of the token issuer may differ from the desk’s, in seconds. */
export const defaultLeewaySeconds = 60;

const nonEmpty = v.pipe(v.string(), v.minLength(1, 'must not be empty'));

const origin = v.pipe(
  v.string(),
  v.check(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    ({ input }) =>
      `must be exact origins such as https://desk.example, separated by commas, and has ${JSON.stringify(input)}`,
  ),
);

/** The environment variables that every runtime reads. */
export const environmentVariables = {
  DATABASE_URL: v.optional(url('file:', 'libsql:', 'http:', 'https:')),
  DATABASE_AUTH_TOKEN: v.optional(nonEmpty),
  AUTH_SECRET: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (secret) => new TextEncoder().encode(secret.trim()).length >= 32,
        'must be 32 bytes at least, without the spaces around it',
      ),
    ),
  ),
  AUTH_JWKS_URL: v.optional(url('https:', 'http:')),
  AUTH_ISSUER: v.optional(nonEmpty),
  AUTH_AUDIENCE: v.optional(nonEmpty),
  AUTH_LEEWAY_SECONDS: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/, 'must be a number of seconds from 0 to 300'),
      v.transform(Number),
      v.maxValue(300, 'must be a number of seconds from 0 to 300'),
    ),
    String(defaultLeewaySeconds),
  ),
  CLIENT_ADDRESS_HEADER: v.optional(
    v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'must be the name of a header, such as X-Forwarded-For')),
  ),
  CLIENT_ADDRESS_HOPS: v.optional(
    v.pipe(v.string(), v.regex(/^[1-9]$/, 'must be a number of proxies from 1 to 9'), v.transform(Number)),
    '1',
  ),
  FAILED_TOKENS_PER_MINUTE: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d{0,6}$/, 'must be a whole number from 1 to 9999999'),
      v.transform(Number),
    ),
    '600',
  ),
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
};

/** Invalid environment variables. The message has a line for each, which names the variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The environment variables as the schema outputs them. Throws `ConfigError`. */
export function parseVariables<Schema extends v.GenericSchema>(
  schema: Schema,
  environment: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, environment, { message: issueMessage });
  if (result.success) return result.output;
  throw new ConfigError(
    result.issues.map((issue) => `${String(issue.path?.[0]?.key)} ${issue.message}`).join('\n'),
  );
}
