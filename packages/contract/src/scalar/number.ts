import * as v from 'valibot';

/** A whole number from `min` to `max`. */
export const wholeNumber = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** A documented number of things, 0 or more. */
export const count = (description: string, example: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(0), v.description(description), v.examples([example]));

/** A documented position in a sequence that starts at 1. */
export const ordinal = (description: string, example: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(1), v.description(description), v.examples([example]));
