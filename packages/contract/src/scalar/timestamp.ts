import * as v from 'valibot';

/** Whole seconds since 1970-01-01T00:00:00Z. */
export const Timestamp = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A documented `Timestamp`. The unit is added to the description. */
export const timestamp = (description: string) =>
  v.pipe(Timestamp, v.description(`${description}, in seconds since 1970.`), v.examples([1572499999]));

/** A time as the upstream API writes it: `2012-12-11 08:52:31 +0000 UTC`. */
export const UtcTime = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} \+0000 UTC$/,
    'must be a time such as 2026-11-26 08:30:00 +0000 UTC',
  ),
);

/** A documented `UtcTime`. The format is added to the description. */
export const utcTime = (description: string) =>
  v.pipe(
    UtcTime,
    v.description(`${description}, as \`YYYY-MM-DD hh:mm:ss +0000 UTC\`.`),
    v.examples(['2012-12-11 08:52:31 +0000 UTC']),
  );
