import type { Settings, Strategy } from '@chat-ticket/contract';
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The one row of the workspace’s settings: the document, and the values that statements need. */
export const settings = sqliteTable('settings', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull(),
  document: text('document', { mode: 'json' }).$type<Settings>().notNull(),
  capacity: integer('capacity').notNull(),
  createsAgents: integer('creates_agents', { mode: 'boolean' }).notNull(),
  strategy: text('strategy').$type<Strategy>().notNull(),
  stickyMs: integer('sticky_ms').notNull(),
  pointMs: integer('point_ms').notNull(),
  missesUntilAway: integer('misses_until_away').notNull(),
  /** Where the rows of `queue_hours` end. */
  hoursUntil: integer('hours_until').notNull(),
  eventRetentionMs: integer('event_retention_ms').notNull(),
  /** When to look for events to prune. */
  pruneAt: integer('prune_at').notNull().default(0),
  /** The highest `seq` that was pruned. After it the event log has no gap. */
  eventsPrunedTo: integer('events_pruned_to').notNull().default(0),
  changeId: text('change_id').notNull(),
});

export const queues = sqliteTable('queues', {
  id: text('id').primaryKey(),
  position: integer('position').notNull(),
  /** JSON arrays of what the queue takes. Null: anything. */
  entityIds: text('entity_ids'),
  languages: text('languages'),
  ccrs: text('ccrs'),
  priority: integer('priority').notNull(),
  pickTimeoutMs: integer('pick_timeout_ms').notNull(),
  /** Null: only a person ends wrap-up. */
  wrapUpMs: integer('wrap_up_ms'),
  /** Null, with the next two columns: idle chats are not closed. */
  autoCloseWarnMs: integer('auto_close_warn_ms'),
  autoCloseMs: integer('auto_close_ms'),
  autoCloseText: text('auto_close_text'),
  goalMs: integer('goal_ms').notNull(),
  goalPercent: integer('goal_percent').notNull(),
  refusesWhenClosed: integer('refuses_when_closed', { mode: 'boolean' }).notNull(),
});

export const queueStages = sqliteTable(
  'queue_stages',
  {
    queueId: text('queue_id').notNull(),
    stage: integer('stage').notNull(),
    /** Milliseconds of opening hours since intake. */
    afterMs: integer('after_ms').notNull(),
    /** Skills, with their placeholders such as `{language}`. */
    needs: text('needs', { mode: 'json' }).$type<string[]>().notNull(),
    tier: integer('tier').notNull(),
  },
  (table) => [primaryKey({ columns: [table.queueId, table.stage] })],
);

/** When each queue is open. SQL has no time zones, so the periods of the next weeks are written out. */
export const queueHours = sqliteTable(
  'queue_hours',
  {
    queueId: text('queue_id').notNull(),
    opensAt: integer('opens_at').notNull(),
    closesAt: integer('closes_at').notNull(),
    /** How long the queue was open before this period. It turns a time into open time, and back. */
    openBeforeMs: integer('open_before_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.queueId, table.opensAt] })],
);
