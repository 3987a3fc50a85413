import * as v from 'valibot';

/**
 * An id or email as it may stand in a path or a header: 1 to 128 visible ASCII characters other than `%`,
 * `/` and `\`, and not `.` or `..`.
 */
export const Identifier = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(128),
  v.regex(
    /^(?!\.{1,2}$)[!-$&-.0-[\]-~]+$/,
    'must be of visible ASCII characters other than %, / and \\, and not . or ..',
  ),
);

/** Whole seconds since 1970-01-01T00:00:00Z. */
export const Timestamp = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A time as the seed API writes it: `2012-12-11 08:52:31 +0000 UTC`. */
export const UtcTime = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} \+0000 UTC$/));
