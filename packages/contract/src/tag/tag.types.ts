// Generated from tag.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** Tags to set on a ticket and to remove from it. */
export type ChangeTagsParam = {
  /**
   * The tags to set, each of 1 to 32 characters. The desk writes them in lower case. A ticket can have up to
   * 20.
   * @example ['map pin']
   */
  add?: string[] | undefined;
  /**
   * The tags to remove. Those that the ticket does not have are ignored.
   * @example ['photo']
   */
  remove?: string[] | undefined;
};

/** The tags that the settings list. */
export type TagList = {
  /** The tags, in the order of the settings. */
  names: string[];
  /** Whether agents can also set tags that are not listed. */
  allowsOthers: boolean;
};
