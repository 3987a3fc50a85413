import * as v from 'valibot';

/** A whole number as query text: 1 to 15 digits, so that no runtime or database rounds it. */
const queryNumber = (min: number, max: number) =>
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

/** A query parameter that is a `seq`. */
export const seqQuery = (description: string) =>
  v.pipe(queryNumber(0, maxSeq), v.description(description), v.examples([17]));

/** A query parameter that is a version of the settings. */
export const versionQuery = (description: string) =>
  v.pipe(queryNumber(0, maxSeq), v.description(description), v.examples([4]));

/** A query parameter that is a time, in whole seconds since 1970. The unit is added to the description. */
export const timestampQuery = (description: string) =>
  v.pipe(
    queryNumber(0, 99_999_999_999),
    v.description(`${description}, in seconds since 1970.`),
    v.examples([1572499999]),
  );

/** A query parameter that limits the length of a page. */
export const limitQuery = (max: number, byDefault: number) =>
  v.pipe(
    queryNumber(1, max),
    v.description(`The maximum length of the page. Default: ${byDefault}.`),
    v.examples([byDefault]),
  );
