import type { Settings, Strategy } from '@chat-ticket/contract';
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The settings of the workspace, in one row: the document, and a column for each value that statements use. */
export const settings = sqliteTable('settings', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull(),
  document: text('document', { mode: 'json' }).$type<Settings>().notNull(),
  /** The capacity of agents without one. */
  capacity: integer('capacity').notNull(),
  /** Whether an unknown agent gets a record when it sets its status. */
  createsAgents: integer('creates_agents', { mode: 'boolean' }).notNull(),
  /** Whether an unknown agent joins the unused record that has its email. */
  joinsAgentsByEmail: integer('joins_agents_by_email', { mode: 'boolean' }).notNull().default(false),
  strategy: text('strategy').$type<Strategy>().notNull(),
  /** How long after a ticket’s close its agent is preferred for the customer’s next ticket. */
  stickyMs: integer('sticky_ms').notNull(),
  /** How much waiting time one point of priority is worth. */
  pointMs: integer('point_ms').notNull(),
  missesUntilAway: integer('misses_until_away').notNull(),
  /** The time at which the rows of `queue_hours` end. */
  hoursUntil: integer('hours_until').notNull(),
  /** A JSON array of the tags that agents can set. Null: any. */
  agentTags: text('agent_tags'),
  eventRetentionMs: integer('event_retention_ms').notNull(),
  /**
   * The customer, entity and order of the last open ticket that these settings have placed: a JSON array. The open tickets
   * after it, in this order, are still placed by earlier settings. Null: these settings have placed all tickets.
   */
  placingAfter: text('placing_after'),
  /** When the sweep next looks for events to prune. */
  pruneAt: integer('prune_at').notNull().default(0),
  /** The `seq` after which the last batch of the prune began, and after which the next one begins: 0 for the first. */
  prunedAfter: integer('pruned_after').notNull().default(0),
  pruneNextAfter: integer('prune_next_after').notNull().default(0),
  /** The highest `seq` that was pruned. No later event is missing. */
  eventsPrunedTo: integer('events_pruned_to').notNull().default(0),
  changeId: text('change_id').notNull(),
});

/** The earlier settings and the present ones: a row for each change. The oldest are deleted. */
export const settingsVersions = sqliteTable('settings_versions', {
  version: integer('version').primaryKey(),
  /** When it was saved and who saved it: this and the next two columns. Null: before this table existed. */
  at: integer('at'),
  actorRole: text('actor_role'),
  actorId: text('actor_id'),
  /** The names of the settings that differ from the version before: a JSON array. */
  changed: text('changed', { mode: 'json' }).$type<string[]>().notNull(),
  bytes: integer('bytes').notNull(),
  document: text('document', { mode: 'json' }).$type<Settings>().notNull(),
});

/** The queues of the settings. A ticket goes to the first queue, by `position`, that takes it. */
export const queues = sqliteTable('queues', {
  id: text('id').primaryKey(),
  position: integer('position').notNull(),
  /**
   * JSON arrays of the values that the queue takes: this and the next two columns. Null: every value. Contact reasons are
   * written as they are compared: `reasonKey` of the contract.
   */
  entityIds: text('entity_ids'),
  languages: text('languages'),
  ccrs: text('ccrs'),
  /** A JSON object: for each custom field an array of the values that the queue takes. Null: every value. */
  fields: text('fields'),
  /** Added to the priority of each ticket. */
  priority: integer('priority').notNull(),
  pickTimeoutMs: integer('pick_timeout_ms').notNull(),
  /** How long wrap-up lasts. Null: until a person ends it. */
  wrapUpMs: integer('wrap_up_ms'),
  /**
   * How long the customer can owe the reply before the warning and before the close, and the text of the warning: this
   * and the next two columns. Null: idle chats are not closed.
   */
  autoCloseWarnMs: integer('auto_close_warn_ms'),
  autoCloseMs: integer('auto_close_ms'),
  autoCloseText: text('auto_close_text'),
  /** The service goal: `goal_percent` of tickets get an agent within `goal_ms`. */
  goalMs: integer('goal_ms').notNull(),
  goalPercent: integer('goal_percent').notNull(),
  refusesWhenClosed: integer('refuses_when_closed', { mode: 'boolean' }).notNull(),
  /** Whether people and services can close a ticket only with a closing code. */
  requiresClosingCode: integer('requires_closing_code', { mode: 'boolean' }).notNull().default(false),
});

/** The closing codes of the settings, in the order of `position`. */
export const closingCodes = sqliteTable('closing_codes', {
  id: text('id').primaryKey(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  isArchived: integer('is_archived', { mode: 'boolean' }).notNull(),
  /** A JSON array of the queues whose tickets can get the code. Null: all. */
  queueIds: text('queue_ids'),
});

/** The stages of each queue. Stage 0 begins at intake; each widen step adds a stage. */
export const queueStages = sqliteTable(
  'queue_stages',
  {
    queueId: text('queue_id').notNull(),
    stage: integer('stage').notNull(),
    /** When the stage begins: the ms of opening hours since intake. */
    afterMs: integer('after_ms').notNull(),
    /** The needs of the settings, with placeholders such as `{language}`. */
    needs: text('needs', { mode: 'json' }).$type<string[]>().notNull(),
    /** The highest tier whose agents may take a ticket. */
    tier: integer('tier').notNull(),
  },
  (table) => [primaryKey({ columns: [table.queueId, table.stage] })],
);

/**
 * The periods in which each queue is open. SQL has no time zones, so `putSettings` and the sweep compute and store
 * them.
 */
export const queueHours = sqliteTable(
  'queue_hours',
  {
    queueId: text('queue_id').notNull(),
    opensAt: integer('opens_at').notNull(),
    closesAt: integer('closes_at').notNull(),
    /**
     * How long the queue was open in all stored periods before this one. It converts times to the open clock and back.
     */
    openBeforeMs: integer('open_before_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.queueId, table.opensAt] })],
);
