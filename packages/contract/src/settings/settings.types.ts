// Generated from settings.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.
import type { ClosingCodeSetting, ClosingCodeSettingInput } from './closing-code-setting.types.ts';
import type { FieldSetting, FieldSettingInput } from './field-setting.types.ts';
import type { Limits, LimitsInput } from './limits.types.ts';
import type { QueueSetting, QueueSettingInput } from './queue-setting.types.ts';

/** The workspace’s settings. A field that is left out gets its default. */
export type Settings = {
  /**
   * The statuses that agents can have, up to 100. `online`, `away` and `offline` are required; only `online`
   * of them is routable. Each id occurs once.
   * @default [{ id: 'online', alias: 'online', routable: true }, { id: 'busy', alias: 'busy', routable: false
   * }, { id: 'break', alias: 'break', routable: false }, { id: 'away', alias: 'away', routable: false }, {
   * id: 'offline', alias: 'offline', routable: false }]
   */
  statuses: StatusSetting[];
  /**
   * How many open tickets an agent can have, unless the agent’s record says otherwise. 0 to 100.
   * @default 3
   */
  capacity: number;
  /**
   * Whether an agent’s first PUT /v1/online or /v1/status creates its record.
   * @default true
   */
  createsAgents: boolean;
  /**
   * Whether an agent without a record gets the record that has the email of its token, at its first PUT
   * /v1/online or /v1/status. Nobody must have used that record, and the claim `email_verified` must not be
   * false. The record’s id becomes the `sub` of the token.
   * @default false
   */
  joinsAgentsByEmail: boolean;
  /**
   * Which agent gets a ticket: the one with the fewest tickets, the longest idle one, or the one whose last
   * assignment is oldest.
   * @default 'least_loaded'
   */
  strategy: Strategy;
  /**
   * How long after a chat its customer gets the same agent again if that agent can take the ticket, in
   * seconds. 0: never. Up to 90 days. 0 to 7776000.
   * @default 86400
   */
  stickySeconds: number;
  /**
   * How many seconds of waiting one point of priority is worth. Up to 1 day. 1 to 86400.
   * @default 60
   */
  priorityPointSeconds: number;
  /**
   * After how many offers in a row that an agent does not pick its status becomes `away`. 1 to 100.
   * @default 2
   */
  missesUntilAway: number;
  /**
   * How long the event log stores events, in hours: 24 to 26,280. Events of a ticket are stored at least
   * until it has been closed for that long. 24 to 26280.
   * @default 168
   */
  eventRetentionHours: number;
  /**
   * Limits that protect the desk from one person, room or workspace. A call above one gets 429
   * `rate_limited`. Up to the calls of a minute can come at once. Each server counts what it receives itself.
   * @default {}
   */
  limits: Limits;
  /**
   * The custom fields of tickets, up to 20. Each id occurs once. Tickets keep values of fields that are
   * removed.
   * @default []
   */
  fields: FieldSetting[];
  /**
   * The tags of tickets.
   * @default {}
   */
  tags: {
    /**
     * The tags that agents choose from, up to 500. The desk writes them in lower case.
     * @default []
     * @example ['photo', 'map pin']
     */
    names: string[];
    /**
     * Whether agents can also set tags that are not listed. Supervisors, admins and services always can.
     * @default true
     */
    allowsOthers: boolean;
  };
  /**
   * The closing codes, up to 100, in the order in which people choose from them. Each id occurs once. Archive
   * a code that tickets have instead of removing it.
   * @default []
   */
  closingCodes: ClosingCodeSetting[];
  /**
   * The queues, up to 100. A ticket goes to the first queue that takes it. The last queue has no `takes` and
   * takes the rest; every other one has. Each id occurs once.
   * @default [{ id: 'default' }]
   */
  queues: QueueSetting[];
};

/**
 * The workspace’s settings. A field that is left out gets its default. This is what a caller sends: fields
 * with a default may be left out.
 */
export type SettingsInput = {
  /**
   * The statuses that agents can have, up to 100. `online`, `away` and `offline` are required; only `online`
   * of them is routable. Each id occurs once.
   * @default [{ id: 'online', alias: 'online', routable: true }, { id: 'busy', alias: 'busy', routable: false
   * }, { id: 'break', alias: 'break', routable: false }, { id: 'away', alias: 'away', routable: false }, {
   * id: 'offline', alias: 'offline', routable: false }]
   */
  statuses?: StatusSetting[] | undefined;
  /**
   * How many open tickets an agent can have, unless the agent’s record says otherwise. 0 to 100.
   * @default 3
   */
  capacity?: number | undefined;
  /**
   * Whether an agent’s first PUT /v1/online or /v1/status creates its record.
   * @default true
   */
  createsAgents?: boolean | undefined;
  /**
   * Whether an agent without a record gets the record that has the email of its token, at its first PUT
   * /v1/online or /v1/status. Nobody must have used that record, and the claim `email_verified` must not be
   * false. The record’s id becomes the `sub` of the token.
   * @default false
   */
  joinsAgentsByEmail?: boolean | undefined;
  /**
   * Which agent gets a ticket: the one with the fewest tickets, the longest idle one, or the one whose last
   * assignment is oldest.
   * @default 'least_loaded'
   */
  strategy?: Strategy | undefined;
  /**
   * How long after a chat its customer gets the same agent again if that agent can take the ticket, in
   * seconds. 0: never. Up to 90 days. 0 to 7776000.
   * @default 86400
   */
  stickySeconds?: number | undefined;
  /**
   * How many seconds of waiting one point of priority is worth. Up to 1 day. 1 to 86400.
   * @default 60
   */
  priorityPointSeconds?: number | undefined;
  /**
   * After how many offers in a row that an agent does not pick its status becomes `away`. 1 to 100.
   * @default 2
   */
  missesUntilAway?: number | undefined;
  /**
   * How long the event log stores events, in hours: 24 to 26,280. Events of a ticket are stored at least
   * until it has been closed for that long. 24 to 26280.
   * @default 168
   */
  eventRetentionHours?: number | undefined;
  /**
   * Limits that protect the desk from one person, room or workspace. A call above one gets 429
   * `rate_limited`. Up to the calls of a minute can come at once. Each server counts what it receives itself.
   * @default {}
   */
  limits?: LimitsInput | undefined;
  /**
   * The custom fields of tickets, up to 20. Each id occurs once. Tickets keep values of fields that are
   * removed.
   * @default []
   */
  fields?: FieldSettingInput[] | undefined;
  /**
   * The tags of tickets.
   * @default {}
   */
  tags?:
    | {
        /**
         * The tags that agents choose from, up to 500. The desk writes them in lower case.
         * @default []
         * @example ['photo', 'map pin']
         */
        names?: string[] | undefined;
        /**
         * Whether agents can also set tags that are not listed. Supervisors, admins and services always can.
         * @default true
         */
        allowsOthers?: boolean | undefined;
      }
    | undefined;
  /**
   * The closing codes, up to 100, in the order in which people choose from them. Each id occurs once. Archive
   * a code that tickets have instead of removing it.
   * @default []
   */
  closingCodes?: ClosingCodeSettingInput[] | undefined;
  /**
   * The queues, up to 100. A ticket goes to the first queue that takes it. The last queue has no `takes` and
   * takes the rest; every other one has. Each id occurs once.
   * @default [{ id: 'default' }]
   */
  queues?: QueueSettingInput[] | undefined;
};

/** The workspace’s settings and their version. */
export type SettingsDocument = {
  /** The version of the settings. It grows by 1 with each change, and is the ETag. */
  version: number;
  /** The workspace’s settings. A field that is left out gets its default. */
  settings: Settings;
};

/** A status that agents can have. */
export type StatusSetting = {
  /**
   * The status’s id, which PUT /v1/status takes: 1 to 63 of a-z, 0-9, _ and -.
   * @example 'lunch'
   */
  id: string;
  /**
   * The status as shown to people. 1 to 64 characters.
   * @example 'Lunch'
   */
  alias: string;
  /** Whether agents in this status get new tickets. */
  routable: boolean;
};

/**  */
export type Strategy = 'least_loaded' | 'longest_idle' | 'round_robin';
