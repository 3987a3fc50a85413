import { InvalidArgumentError } from 'commander';
import { issueMessage } from '@chat-ticket/contract';
import * as v from 'valibot';

export const seconds = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,9}$/, 'must be a whole number of seconds'),
  v.transform(Number),
);

export const speed = v.union(
  [
    v.pipe(
      v.literal('max'),
      v.transform(() => Infinity),
    ),
    v.pipe(v.string(), v.regex(/^\d{1,6}(\.\d{1,6})?$/), v.transform(Number), v.gtValue(0)),
  ],
  'must be a number above 0, or `max`',
);

/** A number of rows to print. More would not help a person, and would fill the memory. */
export const count = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,3}$|^10000$/, 'must be a whole number from 1 to 10000'),
  v.transform(Number),
);

export const version = v.pipe(
  v.string(),
  v.regex(/^\d{1,15}$/, 'must be a version number'),
  v.transform(Number),
);

export const rows = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,2}$/, 'must be a whole number from 1 to 999'),
  v.transform(Number),
);

const isTime = (text: string) =>
  /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?Z?$/.test(text) && !Number.isNaN(timeOf(text));

/** The time of a text in UTC, in seconds since 1970. A date is its first second. */
const timeOf = (text: string) => {
  const date = text.replace(/Z$/, '');
  return Date.parse(date.includes('T') ? `${date}Z` : date) / 1000;
};

/** A date, or a date and time, in UTC. Read as seconds since 1970. */
export const time = v.pipe(
  v.string(),
  v.check(isTime, 'must be a date and time in UTC, such as 2026-11-26 or 2026-11-26T09:30'),
  v.transform(timeOf),
);

export const deskUrl = v.pipe(
  v.string(),
  v.check(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'must be a URL that starts with http: or https:',
  ),
);

/** A parser of commander for an option that a schema describes. */
export const parsedBy =
  <Schema extends v.GenericSchema<string | undefined, unknown>>(schema: Schema) =>
  (text: string): v.InferOutput<Schema> => {
    const result = v.safeParse(schema, text, { message: issueMessage });
    if (result.success) return result.output;
    const { message } = result.issues[0];
    // Commander appends it to “… argument 'x' is invalid.”
    throw new InvalidArgumentError(`It ${message}.`);
  };
