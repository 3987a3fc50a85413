import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The one row of the workspace’s settings: the document, and what statements need of it. */
export const settings = sqliteTable('settings', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull(),
  /** JSON as the contract’s `Settings` has it. */
  document: text('document').notNull(),
  capacity: integer('capacity').notNull(),
  createsAgents: integer('creates_agents').notNull(),
  strategy: text('strategy').notNull(),
  stickyMs: integer('sticky_ms').notNull(),
  pointMs: integer('point_ms').notNull(),
  missesUntilAway: integer('misses_until_away').notNull(),
  /** `queue_hours` are written up to here. */
  hoursUntil: integer('hours_until').notNull(),
  eventRetentionMs: integer('event_retention_ms').notNull(),
  /** When to look for events that are old enough to go. */
  pruneAt: integer('prune_at').notNull().default(0),
  /** The highest `seq` that was pruned: from there on the log is without a gap. */
  eventsPrunedTo: integer('events_pruned_to').notNull().default(0),
  changeId: text('change_id').notNull(),
});

export const queues = sqliteTable('queues', {
  id: text('id').primaryKey(),
  position: integer('position').notNull(),
  /** JSON arrays of what it takes; null: anything. */
  entityIds: text('entity_ids'),
  languages: text('languages'),
  ccrs: text('ccrs'),
  priority: integer('priority').notNull(),
  pickTimeoutMs: integer('pick_timeout_ms').notNull(),
  /** Null: wrap-up ends by a person alone. */
  wrapUpMs: integer('wrap_up_ms'),
  /** Null, as the next two are then: idle chats are not closed. */
  autoCloseWarnMs: integer('auto_close_warn_ms'),
  autoCloseMs: integer('auto_close_ms'),
  autoCloseText: text('auto_close_text'),
  goalMs: integer('goal_ms').notNull(),
  goalPercent: integer('goal_percent').notNull(),
  refusesWhenClosed: integer('refuses_when_closed').notNull(),
});

export const queueStages = sqliteTable(
  'queue_stages',
  {
    queueId: text('queue_id').notNull(),
    stage: integer('stage').notNull(),
    /** Of opening hours since intake. */
    afterMs: integer('after_ms').notNull(),
    /** JSON array of needs, placeholders and all. */
    needs: text('needs').notNull(),
    tier: integer('tier').notNull(),
  },
  (table) => [primaryKey({ columns: [table.queueId, table.stage] })],
);

/** When a queue is open. SQL knows no time zones, so the periods of weeks to come are written out. */
export const queueHours = sqliteTable(
  'queue_hours',
  {
    queueId: text('queue_id').notNull(),
    opensAt: integer('opens_at').notNull(),
    closesAt: integer('closes_at').notNull(),
    /** The open time before this period: with it, a time is read as hours of opening, and back. */
    openBeforeMs: integer('open_before_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.queueId, table.opensAt] })],
);
