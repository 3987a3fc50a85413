import * as v from 'valibot';
import { jsonSchema } from '../scalar/json-schema.ts';
import { Tag } from '../scalar/tag.ts';
import type * as types from './tag.types.ts';

/** How many tags a ticket can have. */
export const maxTags = 20;

const someTags = v.optional(
  v.pipe(
    v.array(Tag),
    v.maxLength(maxTags),
    v.transform((tags: string[]) => [...new Set(tags)]),
  ),
);

/** Schema of the body of POST /v1/tickets/{ticketID}/tags. */
export const ChangeTagsParam = v.pipe(
  v.strictObject({
    add: v.pipe(
      someTags,
      v.description(
        `The tags to set, each of 1 to 32 characters. The desk writes them in lower case. A ticket can have up to ${maxTags}.`,
      ),
      v.examples([['map pin']]),
    ),
    remove: v.pipe(
      someTags,
      v.description('The tags to remove. Those that the ticket does not have are ignored.'),
      v.examples([['photo']]),
    ),
  }),
  v.check(
    ({ add = [], remove = [] }) => add.length + remove.length > 0,
    'must contain a tag in `add` or in `remove`',
  ),
  v.check(
    ({ add = [], remove = [] }) => !add.some((tag) => remove.includes(tag)),
    'must not set and remove the same tag',
  ),
  jsonSchema({ minProperties: 1 }),
  v.description('Tags to set on a ticket and to remove from it.'),
);
/** The body of POST /v1/tickets/{ticketID}/tags: tags to set on a ticket and to remove from it. */
export type ChangeTagsParam = types.ChangeTagsParam;

/** The tags that the settings list. */
export const tagNames = v.pipe(
  v.array(v.pipe(v.string(), v.description('A tag.'), v.examples(['map pin']))),
  v.description('The tags, in the order of the settings.'),
);

/** Schema of the response of GET /v1/tags. */
export const TagList = v.pipe(
  v.strictObject({
    names: tagNames,
    allowsOthers: v.pipe(
      v.boolean(),
      v.description('Whether agents can also set tags that are not listed.'),
      v.examples([true]),
    ),
  }),
  v.description('The tags that the settings list.'),
);
/** The tags that the settings list. */
export type TagList = types.TagList;
