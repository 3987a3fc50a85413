// Generated from queue-setting.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.
import type { OpeningHours, OpeningHoursInput } from './opening-hours.types.ts';

/** When an idle chat is warned and closed. */
export type AutoClose = {
  /**
   * How long the customer may owe the reply before the room warns of the close, in seconds. Up to 7 days. 1
   * to 604800.
   */
  warnSeconds: number;
  /**
   * How long the customer may owe the reply before the chat is closed, in seconds: at least 20 more than
   * `warnSeconds`, up to 7 days. 1 to 604800.
   */
  closeSeconds: number;
  /**
   * The text of the warning, which the customer sees. 1 to 1000 characters.
   * @default 'Are you still there? This chat closes soon unless you reply.'
   */
  warningText: string;
};

/**
 * When an idle chat is warned and closed. This is what a caller sends: fields with a default may be left out.
 */
export type AutoCloseInput = {
  /**
   * How long the customer may owe the reply before the room warns of the close, in seconds. Up to 7 days. 1
   * to 604800.
   */
  warnSeconds: number;
  /**
   * How long the customer may owe the reply before the chat is closed, in seconds: at least 20 more than
   * `warnSeconds`, up to 7 days. 1 to 604800.
   */
  closeSeconds: number;
  /**
   * The text of the warning, which the customer sees. 1 to 1000 characters.
   * @default 'Are you still there? This chat closes soon unless you reply.'
   */
  warningText?: string | undefined;
};

/** A queue: which tickets it takes, what they require, and how long each step may last. */
export type QueueSetting = {
  /**
   * The queue’s id: 1 to 63 of a-z, 0-9, _ and -.
   * @example 'thai'
   */
  id: string;
  /**
   * Which tickets the queue takes. Every list that is given must contain the ticket’s value. Left out: every
   * ticket.
   */
  takes?:
    | {
        /**
         * The `entityId`s of the tickets.
         * @example ['FP_TH']
         */
        entityIds?: string[] | undefined;
        /**
         * The `language`s of the tickets, each a BCP 47 tag or a code of ISO 639. The desk returns ISO 639-3 codes.
         * @example ['tha']
         */
        languages?: string[] | undefined;
        /**
         * The contact reasons of the tickets: a whole `ccr`, or the part before its first ` - `. Case, spaces and
         * dashes do not matter.
         * @example ['delivery']
         */
        ccrs?: string[] | undefined;
        /**
         * Values of custom fields, by the id of the field. Each field that is given must have one of its values.
         * Numbers are written as texts.
         */
        fields?: { [key: string]: string[] } | undefined;
      }
    | undefined;
  /**
   * The skills that an agent must have, up to 16. `{language}`, `{entityId}`, `{ccr}` (up to its first ` - `)
   * and one custom field such as `{field:shop}` are replaced by the ticket’s values. A need is skipped if the
   * ticket lacks its value.
   * @default []
   * @example ['language:{language}', 'ccr:{ccr}']
   */
  needs: string[];
  /**
   * A number that is added to the priority of each ticket of the queue. 0 to 100.
   * @default 0
   */
  priority: number;
  /**
   * Up to 8 widen steps, by ascending `afterSeconds`. Each step applies in addition to those before it.
   * @default []
   */
  widen: WidenStep[];
  /**
   * How long an agent may leave an offered ticket unpicked, in seconds. Up to 1 day. 1 to 86400.
   * @default 60
   */
  pickTimeoutSeconds: number;
  /**
   * How long wrap-up lasts before the ticket closes automatically, in seconds. Up to 7 days. Left out: only a
   * person or a program closes it. 1 to 604800.
   */
  wrapUpSeconds?: number | undefined;
  /**
   * When a chat is closed because its customer does not reply to the agent. Left out: never. Every message in
   * the room restarts or stops the timers.
   */
  autoClose?: AutoClose | undefined;
  /**
   * The service goal: which share of tickets should have an agent within how many seconds.
   * @default { seconds: 60, percent: 80 }
   */
  goal: {
    /** Within how many seconds a ticket should have an agent. Up to 7 days. 1 to 604800. */
    seconds: number;
    /** The share of tickets that should meet the goal, in percent. 1 to 100. */
    percent: number;
  };
  /** The opening hours of the queue. Left out: always open. */
  hours?: OpeningHours | undefined;
  /**
   * What happens to a new chat while the queue is closed. `wait`: it waits, and no timers run. `refuse`: the
   * desk responds with 409 `queue_closed`.
   * @default 'wait'
   */
  whenClosed: 'wait' | 'refuse';
  /**
   * Whether people and services can close a ticket of the queue, or its room, only with a closing code. Rules
   * of the desk close without one.
   * @default false
   */
  requiresClosingCode: boolean;
};

/**
 * A queue: which tickets it takes, what they require, and how long each step may last. This is what a caller
 * sends: fields with a default may be left out.
 */
export type QueueSettingInput = {
  /**
   * The queue’s id: 1 to 63 of a-z, 0-9, _ and -.
   * @example 'thai'
   */
  id: string;
  /**
   * Which tickets the queue takes. Every list that is given must contain the ticket’s value. Left out: every
   * ticket.
   */
  takes?:
    | {
        /**
         * The `entityId`s of the tickets.
         * @example ['FP_TH']
         */
        entityIds?: string[] | undefined;
        /**
         * The `language`s of the tickets, each a BCP 47 tag or a code of ISO 639. The desk returns ISO 639-3 codes.
         * @example ['tha']
         */
        languages?: string[] | undefined;
        /**
         * The contact reasons of the tickets: a whole `ccr`, or the part before its first ` - `. Case, spaces and
         * dashes do not matter.
         * @example ['delivery']
         */
        ccrs?: string[] | undefined;
        /**
         * Values of custom fields, by the id of the field. Each field that is given must have one of its values.
         * Numbers are written as texts.
         */
        fields?: { [key: string]: string[] } | undefined;
      }
    | undefined;
  /**
   * The skills that an agent must have, up to 16. `{language}`, `{entityId}`, `{ccr}` (up to its first ` - `)
   * and one custom field such as `{field:shop}` are replaced by the ticket’s values. A need is skipped if the
   * ticket lacks its value.
   * @default []
   * @example ['language:{language}', 'ccr:{ccr}']
   */
  needs?: string[] | undefined;
  /**
   * A number that is added to the priority of each ticket of the queue. 0 to 100.
   * @default 0
   */
  priority?: number | undefined;
  /**
   * Up to 8 widen steps, by ascending `afterSeconds`. Each step applies in addition to those before it.
   * @default []
   */
  widen?: WidenStepInput[] | undefined;
  /**
   * How long an agent may leave an offered ticket unpicked, in seconds. Up to 1 day. 1 to 86400.
   * @default 60
   */
  pickTimeoutSeconds?: number | undefined;
  /**
   * How long wrap-up lasts before the ticket closes automatically, in seconds. Up to 7 days. Left out: only a
   * person or a program closes it. 1 to 604800.
   */
  wrapUpSeconds?: number | undefined;
  /**
   * When a chat is closed because its customer does not reply to the agent. Left out: never. Every message in
   * the room restarts or stops the timers.
   */
  autoClose?: AutoCloseInput | undefined;
  /**
   * The service goal: which share of tickets should have an agent within how many seconds.
   * @default { seconds: 60, percent: 80 }
   */
  goal?:
    | {
        /** Within how many seconds a ticket should have an agent. Up to 7 days. 1 to 604800. */
        seconds: number;
        /** The share of tickets that should meet the goal, in percent. 1 to 100. */
        percent: number;
      }
    | undefined;
  /** The opening hours of the queue. Left out: always open. */
  hours?: OpeningHoursInput | undefined;
  /**
   * What happens to a new chat while the queue is closed. `wait`: it waits, and no timers run. `refuse`: the
   * desk responds with 409 `queue_closed`.
   * @default 'wait'
   */
  whenClosed?: 'wait' | 'refuse' | undefined;
  /**
   * Whether people and services can close a ticket of the queue, or its room, only with a closing code. Rules
   * of the desk close without one.
   * @default false
   */
  requiresClosingCode?: boolean | undefined;
};

/** What a ticket no longer requires after it has waited for some time. */
export type WidenStep = {
  /**
   * When the step is taken: seconds after the ticket was created, while the queue is open. Up to 7 days. 1 to
   * 604800.
   */
  afterSeconds: number;
  /**
   * The needs that the ticket no longer has, up to 16, written as in `needs` of the queue.
   * @default []
   * @example ['ccr:{ccr}']
   */
  drop: string[];
  /** Agents up to this tier (skill `tier:2` to `tier:9`) may take the ticket too. 2 to 9. */
  tier?: number | undefined;
};

/**
 * What a ticket no longer requires after it has waited for some time. This is what a caller sends: fields
 * with a default may be left out.
 */
export type WidenStepInput = {
  /**
   * When the step is taken: seconds after the ticket was created, while the queue is open. Up to 7 days. 1 to
   * 604800.
   */
  afterSeconds: number;
  /**
   * The needs that the ticket no longer has, up to 16, written as in `needs` of the queue.
   * @default []
   * @example ['ccr:{ccr}']
   */
  drop?: string[] | undefined;
  /** Agents up to this tier (skill `tier:2` to `tier:9`) may take the ticket too. 2 to 9. */
  tier?: number | undefined;
};
