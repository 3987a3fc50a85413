import * as v from 'valibot';

/** A documented query parameter that is `true` or `false`. */
export const booleanQuery = (description: string) =>
  v.pipe(
    v.picklist(['true', 'false'], 'must be `true` or `false`'),
    v.transform((text) => text === 'true'),
    v.boolean(),
    v.description(description),
    v.examples([true]),
  );
