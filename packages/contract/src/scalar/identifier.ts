import * as v from 'valibot';

/**
 * An id or email that fits in a path or a header: 1 to 128 visible ASCII characters except `%`, `/` and `\`, and
 * neither `.` nor `..`.
 */
export const Identifier = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(128),
  v.regex(
    /^(?!\.{1,2}$)[!-$&-.0-[\]-~]+$/,
    'must contain only visible ASCII characters except %, / and \\, and must not be . or ..',
  ),
);

/** A documented `Identifier`. */
export const identifier = (description: string, example: string) =>
  v.pipe(Identifier, v.description(description), v.examples([example]));
