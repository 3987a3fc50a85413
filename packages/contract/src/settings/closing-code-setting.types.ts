// Generated from closing-code-setting.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** A closing code: how a ticket can end. */
export type ClosingCodeSetting = {
  /**
   * The closing code’s id: 1 to 63 of a-z, 0-9, _ and -.
   * @example 'refunded'
   */
  id: string;
  /**
   * The closing code as shown to people. 1 to 64 characters.
   * @example 'Refunded'
   */
  name: string;
  /**
   * Whether the code can no longer be chosen. Tickets that have it keep it.
   * @default false
   */
  archived: boolean;
  /**
   * The ids of the queues whose tickets can get the code. Left out: every queue.
   * @example ['default']
   */
  queueIds?: string[] | undefined;
};

/**
 * A closing code: how a ticket can end. This is what a caller sends: fields with a default may be left out.
 */
export type ClosingCodeSettingInput = {
  /**
   * The closing code’s id: 1 to 63 of a-z, 0-9, _ and -.
   * @example 'refunded'
   */
  id: string;
  /**
   * The closing code as shown to people. 1 to 64 characters.
   * @example 'Refunded'
   */
  name: string;
  /**
   * Whether the code can no longer be chosen. Tickets that have it keep it.
   * @default false
   */
  archived?: boolean | undefined;
  /**
   * The ids of the queues whose tickets can get the code. Left out: every queue.
   * @example ['default']
   */
  queueIds?: string[] | undefined;
};
