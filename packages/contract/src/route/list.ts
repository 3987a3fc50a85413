import * as v from 'valibot';
import { limitQuery } from '../scalar/query-number.ts';

/** Where a page of a list ends: opaque text of the desk, up to 512 characters that need no encoding in a URL. */
const Cursor = v.pipe(
  v.string(),
  v.maxLength(512),
  v.regex(/^[\w-]+$/, 'must be the `nextCursor` of a page of this list'),
);

/**
 * The query parameters of every list. `exampleCursor` is a cursor of the list that the route accepts.
 */
export const pageQuery = (exampleCursor: string) =>
  ({
    limit: limitQuery(100, 50),
    cursor: v.pipe(
      Cursor,
      v.description('Where the page starts: the `nextCursor` of the page before. Left out: the first page.'),
      v.examples([exampleCursor]),
    ),
  }) as const;

/** The member of a page that leads to the next one. */
export const nextCursor = v.optional(
  v.pipe(
    v.string(),
    v.description('The `cursor` of the next page. Left out on the last page.'),
    v.examples(['WyJhbm4gbGltIiwiYW5uIl0']),
  ),
);
