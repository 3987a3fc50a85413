import * as v from 'valibot';

/** A whole number as a query parameter brings it: 1 to 15 digits, so that no store rounds it. */
export const wholeNumberText = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,15}$/, 'must be a whole number'),
    v.transform((text: string) => Number(text)),
    v.number(),
    v.integer(),
    v.minValue(min),
    v.maxValue(max),
  );

const maxSeq = 999_999_999_999_999;

export const seqText = (description: string) =>
  v.pipe(wholeNumberText(0, maxSeq), v.description(description), v.examples([17]));

export const limitText = (max: number, byDefault: number) =>
  v.pipe(
    wholeNumberText(1, max),
    v.description(`How many to answer at most; ${byDefault} when left out.`),
    v.examples([byDefault]),
  );
