import * as v from 'valibot';
import { wholeNumber } from '../scalar/number.ts';

/** The id of a status or a queue in the settings. */
export const slug = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9][a-z0-9_-]{0,62}$/,
    'must be 1 to 63 of a-z, 0-9, _ and -, and begin with a letter or digit',
  ),
);

/** The seconds of a day. */
export const daySeconds = 86_400;

/** A setting that is a whole number from `min` to `max`. Its example is its default. */
export const numberSetting = (min: number, max: number, byDefault: number, description: string) =>
  v.pipe(v.optional(wholeNumber(min, max), byDefault), v.description(description), v.examples([byDefault]));
