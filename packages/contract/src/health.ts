import * as v from 'valibot';

/** The process answers. */
export const Health = v.pipe(
  v.strictObject({ status: v.literal('ok') }),
  v.description('The process is alive.'),
);

/** The database answers and its schema is the one this version needs. */
export const Readiness = v.pipe(
  v.strictObject({ status: v.literal('ready') }),
  v.description('The database answers and its schema is current.'),
);
