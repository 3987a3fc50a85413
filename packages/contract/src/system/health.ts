import * as v from 'valibot';
import type * as types from './health.types.ts';

/** Schema of the response of GET /healthz. */
export const Health = v.pipe(
  v.strictObject({ status: v.pipe(v.literal('ok'), v.description('Always `ok`.')) }),
  v.description('The process is alive.'),
);
/** The process is alive. */
export type Health = types.Health;

/** Schema of the response of GET /readyz. */
export const Readiness = v.pipe(
  v.strictObject({
    status: v.pipe(v.literal('ready'), v.description('Always `ready`.')),
    warnings: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('What needs attention although the desk works: one sentence each. Left out: nothing.'),
        v.examples([['The key set of AUTH_JWKS_URL is not available.']]),
      ),
    ),
  }),
  v.description('The database takes writes, and its schema is current.'),
);
/** The database takes writes, and its schema is current. */
export type Readiness = types.Readiness;
