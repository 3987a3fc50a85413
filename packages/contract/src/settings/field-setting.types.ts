// Generated from field-setting.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** A custom field of tickets. */
export type FieldSetting = {
  /**
   * The field’s id: 1 to 63 of a-z, 0-9, _ and -.
   * @example 'shop'
   */
  id: string;
  /**
   * The field as shown to people. 1 to 64 characters.
   * @example 'Shop'
   */
  name: string;
  /**
   * What the field contains: a text of up to 256 characters, a number, one of `choices`, or a day such as
   * 2026-11-25.
   * @example 'text'
   */
  type: 'text' | 'number' | 'choice' | 'date';
  /**
   * The values of a field of the type `choice`, up to 200. Required for it, and only for it.
   * @example ['gold', 'silver']
   */
  choices?: string[] | undefined;
  /**
   * The lowest number. Only for the type `number`. Left out: -1,000,000,000,000. -1000000000000 to
   * 1000000000000.
   */
  min?: number | undefined;
  /**
   * The highest number. Only for the type `number`. Left out: 1,000,000,000,000. -1000000000000 to
   * 1000000000000.
   */
  max?: number | undefined;
  /**
   * The roles that may set the field. Everybody who sees the ticket sees it.
   * @default ['agent', 'supervisor', 'service', 'admin']
   * @example ['service']
   */
  writers: ('agent' | 'supervisor' | 'service' | 'admin')[];
};

/** A custom field of tickets. This is what a caller sends: fields with a default may be left out. */
export type FieldSettingInput = {
  /**
   * The field’s id: 1 to 63 of a-z, 0-9, _ and -.
   * @example 'shop'
   */
  id: string;
  /**
   * The field as shown to people. 1 to 64 characters.
   * @example 'Shop'
   */
  name: string;
  /**
   * What the field contains: a text of up to 256 characters, a number, one of `choices`, or a day such as
   * 2026-11-25.
   * @example 'text'
   */
  type: 'text' | 'number' | 'choice' | 'date';
  /**
   * The values of a field of the type `choice`, up to 200. Required for it, and only for it.
   * @example ['gold', 'silver']
   */
  choices?: string[] | undefined;
  /**
   * The lowest number. Only for the type `number`. Left out: -1,000,000,000,000. -1000000000000 to
   * 1000000000000.
   */
  min?: number | undefined;
  /**
   * The highest number. Only for the type `number`. Left out: 1,000,000,000,000. -1000000000000 to
   * 1000000000000.
   */
  max?: number | undefined;
  /**
   * The roles that may set the field. Everybody who sees the ticket sees it.
   * @default ['agent', 'supervisor', 'service', 'admin']
   * @example ['service']
   */
  writers?: ('agent' | 'supervisor' | 'service' | 'admin')[] | undefined;
};
