import * as v from 'valibot';

/** How a status or a queue is named in the settings. */
export const slug = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9][a-z0-9_-]{0,62}$/,
    'must be 1 to 63 of a-z, 0-9, _ and -, and begin with a letter or digit',
  ),
);

export const wholeNumber = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** In seconds. */
export const day = 86_400;
