import * as v from 'valibot';

/** A text of up to 256 characters. */
export const shortText = v.pipe(v.string(), v.maxLength(256));

/** A documented text without a limit: the desk sends it and never receives it. */
export const text = (description: string, example: string) =>
  v.pipe(v.string(), v.description(description), v.examples([example]));
