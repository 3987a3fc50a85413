// Generated from field.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.
import type { FieldSetting } from '../settings/field-setting.types.ts';

/** Custom fields to set on a ticket. */
export type ChangeFieldsParam = {
  /** The fields to set, by their ids. Null removes a value. A field that is left out keeps its value. */
  fields: { [key: string]: string | number | null };
};

/** The custom fields of tickets. */
export type FieldList = {
  /** The fields, in the order of the settings. */
  fields: FieldSetting[];
};
