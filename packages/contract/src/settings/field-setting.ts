import * as v from 'valibot';
import { jsonSchema } from '../scalar/json-schema.ts';
import { visible } from '../scalar/visible-text.ts';
import { slug } from './setting-values.ts';
import type * as types from './field-setting.types.ts';

const writerRoles = ['agent', 'supervisor', 'service', 'admin'] as const;
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(64), visible);
const bound = v.pipe(v.number(), v.minValue(-1e12), v.maxValue(1e12));

/** Schema of a custom field in the settings. */
export const FieldSetting = v.pipe(
  v.strictObject({
    id: v.pipe(slug, v.description('The field’s id: 1 to 63 of a-z, 0-9, _ and -.'), v.examples(['shop'])),
    name: v.pipe(name, v.description('The field as shown to people.'), v.examples(['Shop'])),
    type: v.pipe(
      v.picklist(['text', 'number', 'choice', 'date']),
      v.description(
        'What the field contains: a text of up to 256 characters, a number, one of `choices`, or a day such as 2026-11-25.',
      ),
      v.examples(['text']),
    ),
    choices: v.pipe(
      v.optional(v.pipe(v.array(name), v.minLength(1), v.maxLength(200))),
      v.description(
        'The values of a field of the type `choice`, up to 200. Required for it, and only for it.',
      ),
      v.examples([['gold', 'silver']]),
    ),
    min: v.pipe(
      v.optional(bound),
      v.description('The lowest number. Only for the type `number`. Left out: -1,000,000,000,000.'),
      v.examples([0]),
    ),
    max: v.pipe(
      v.optional(bound),
      v.description('The highest number. Only for the type `number`. Left out: 1,000,000,000,000.'),
      v.examples([500]),
    ),
    writers: v.pipe(
      v.optional(v.pipe(v.array(v.picklist(writerRoles)), v.minLength(1), v.maxLength(4)), [...writerRoles]),
      v.description('The roles that may set the field. Everybody who sees the ticket sees it.'),
      v.examples([['service']]),
    ),
  }),
  v.check(
    ({ type, choices }) => (type === 'choice') === (choices !== undefined),
    'must have `choices` if its type is `choice`, and only then',
  ),
  v.check(
    ({ type, min, max }) => type === 'number' || (min === undefined && max === undefined),
    'must have `min` and `max` only if its type is `number`',
  ),
  jsonSchema({
    if: { properties: { type: { const: 'choice' } } },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: { required: ['choices'] },
    else: { properties: { choices: false } },
  }),
  v.description('A custom field of tickets.'),
  v.examples([{ id: 'shop', name: 'Shop', type: 'text' as const, writers: ['service' as const] }]),
);
/** A custom field of tickets. */
export type FieldSetting = types.FieldSetting;
/** A custom field, as a caller sends it: a member that is left out gets its default. */
export type FieldSettingInput = types.FieldSettingInput;
