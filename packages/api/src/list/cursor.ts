import * as v from 'valibot';
import { ApiError } from '../error/api-error.ts';
import { parsing } from '../request/parsing.ts';

/**
 * The place of the last item of a page in its list: the values that the list is sorted by, of which the id is the last.
 * Items that are added or removed later do not move it.
 */
export type Place = readonly (string | number)[];

/** The place as the opaque text on the wire. */
export const writeCursor = (place: Place): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(place))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The place that the cursor of a request has, or null without one. Throws `parameter_invalid` if it is not of the list. */
export function readCursor<Schema extends v.GenericSchema<unknown, Place>>(
  place: Schema,
  cursor: string | null,
): v.InferOutput<Schema> | null {
  if (cursor === null) return null;
  const result = v.safeParse(place, decoded(cursor), parsing);
  if (result.success) return result.output;
  throw new ApiError('parameter_invalid', {
    detail: '`cursor` must be the `nextCursor` of a page of this list, in the same order.',
    source: { parameter: 'cursor' },
  });
}

/** The value in a cursor; undefined if there is none. */
function decoded(cursor: string): unknown {
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (byte) => byte.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** A text of a place. SQLite ends a text at U+0000. */
export const placeText = v.pipe(
  v.string(),
  v.maxLength(256),
  v.check((text) => !text.includes('\0') && text.isWellFormed()),
);

/** A time of a place, in ms since 1970. */
export const placeTime = v.pipe(v.number(), v.safeInteger());

/** A whole number of a place. */
export const placeNumber = v.pipe(v.number(), v.safeInteger());
