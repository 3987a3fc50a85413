// Generated from settings-version.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** A version of the settings: when it was saved, who saved it, and which settings it changed. */
export type SettingsVersion = {
  /** The version of the settings. It grows by 1 with each change, and is the ETag. */
  version: number;
  /** When it was saved. Left out if the desk does not know, in seconds since 1970. */
  timestamp?: number | undefined;
  /** Who saved it. Left out if the desk does not know. */
  actor?:
    | {
        /**
         * The role of the actor, or `system` for the defaults.
         * @example 'supervisor'
         */
        role: string;
        /**
         * The id of the actor.
         * @example 'mia'
         */
        id: string;
      }
    | undefined;
  /**
   * The names of the settings that differ from the version before.
   * @example ['queues', 'stickySeconds']
   */
  changed: string[];
};

/** A page of the versions of the settings, newest first. */
export type SettingsVersionPage = {
  /** The versions, newest first. */
  versions: SettingsVersion[];
  /** Whether the desk stores earlier versions. */
  hasMore: boolean;
};
