import * as v from 'valibot';
import { jsonSchema } from '../scalar/json-schema.ts';
import { FieldSetting } from '../settings/field-setting.ts';
import type * as types from './field.types.ts';

/** The id of a field, as a caller sends it. */
const fieldId = v.pipe(v.string(), v.minLength(1), v.maxLength(63));
const value = v.union([v.pipe(v.string(), v.maxLength(256)), v.number()]);

/** The values of a ticket’s custom fields, by the id of the field. */
export const fieldValues = v.pipe(
  v.record(fieldId, value),
  v.description(
    'The values of the custom fields, by the id of the field. The settings declare the fields. A number is a JSON number, a day is a text such as 2026-11-25.',
  ),
  v.examples([{ shop: 'S-12' }]),
);

/** Schema of the body of POST /v1/tickets/{ticketID}/fields. */
export const ChangeFieldsParam = v.pipe(
  v.strictObject({
    fields: v.pipe(
      v.record(fieldId, v.nullable(value)),
      v.check((fields) => Object.keys(fields).length > 0, 'must contain at least one field'),
      jsonSchema({ minProperties: 1 }),
      v.description(
        'The fields to set, by their ids. Null removes a value. A field that is left out keeps its value.',
      ),
      v.examples([{ shop: 'S-12' }]),
    ),
  }),
  v.description('Custom fields to set on a ticket.'),
);
/** The body of POST /v1/tickets/{ticketID}/fields: custom fields to set on a ticket. */
export type ChangeFieldsParam = types.ChangeFieldsParam;

/** Schema of the response of GET /v1/fields. */
export const FieldList = v.pipe(
  v.strictObject({
    fields: v.pipe(v.array(FieldSetting), v.description('The fields, in the order of the settings.')),
  }),
  v.description('The custom fields of tickets.'),
);
/** The custom fields of tickets. */
export type FieldList = types.FieldList;
