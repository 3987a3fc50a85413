import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { hasRoom } from './agent/has-room.ts';
import { isHeld, isOpen, isWaiting } from './ticket/state-sql.ts';

// Times are milliseconds since 1970. `change_id` names the request that wrote the row last.

export const agents = sqliteTable(
  'agents',
  {
    id: text('id').primaryKey(),
    email: text('email'),
    name: text('name'),
    status: text('status').notNull(),
    statusSince: integer('status_since').notNull(),
    /** Whether the workspace’s allow-list has the status; written with it. */
    isRoutable: integer('is_routable').notNull(),
    /** Null: the workspace’s default. */
    capacity: integer('capacity'),
    /** What `capacity` comes to. */
    maxLoad: integer('max_load').notNull(),
    /** JSON array of tags, sorted, each once: agents of the same skills have the same text. */
    skills: text('skills').notNull().default('[]'),
    lastLoginAt: integer('last_login_at'),
    leaseUntil: integer('lease_until').notNull().default(0),
    /** Set with a lease; taken back by the sweep after its end. */
    isConnected: integer('is_connected').notNull().default(0),
    /** When the tickets of an agent that has lost its lease go to others. */
    releaseAt: integer('release_at'),
    /** Kept by the triggers on `tickets`, as `idle_since` and `assigned_at` are. */
    load: integer('load').notNull().default(0),
    /** When the agent became routable, or last got or ended a ticket. */
    idleSince: integer('idle_since').notNull(),
    /** When it last got a ticket; 0: never. */
    assignedAt: integer('assigned_at').notNull().default(0),
    /** Offers in a row that it did not pick. */
    misses: integer('misses').notNull().default(0),
    /** The workspace’s strategy, by which the next two tell whose turn it is. */
    strategy: text('strategy').notNull(),
    turnLoad: integer('turn_load').generatedAlwaysAs(
      sql`case strategy when 'least_loaded' then load else 0 end`,
      { mode: 'virtual' },
    ),
    turnSince: integer('turn_since').generatedAlwaysAs(
      sql`case strategy when 'round_robin' then assigned_at else idle_since end`,
      { mode: 'virtual' },
    ),
    changeId: text('change_id').notNull(),
  },
  (table) => [
    uniqueIndex('agents_email').on(sql`lower(${table.email})`),
    index('agents_turn').on(table.skills, table.turnLoad, table.turnSince, table.id).where(hasRoom(table)),
    index('agents_skills').on(table.skills),
    index('agents_lease')
      .on(table.leaseUntil)
      .where(sql`${table.isConnected} = 1`),
    index('agents_release')
      .on(table.releaseAt)
      .where(sql`${table.releaseAt} is not null`),
  ],
);

export const tickets = sqliteTable(
  'tickets',
  {
    id: text('id').primaryKey(),
    status: text('status').notNull(),
    /** The waiting status that the ticket falls back to when it is given back. */
    waitingStatus: text('waiting_status').notNull(),
    priority: integer('priority').notNull(),
    /** Its place in the queue, for life: lower goes first. */
    rank: integer('rank').notNull(),
    /** Empty when there is none, so that the one-open-ticket index sees it. */
    entityId: text('entity_id').notNull(),
    language: text('language'),
    ccr: text('ccr'),
    /** Empty when there is none. */
    orderId: text('order_id').notNull(),
    customerId: text('customer_id').notNull(),
    customerFirstName: text('customer_first_name'),
    customerLastName: text('customer_last_name'),
    customerName: text('customer_name'),
    /** JSON object. */
    content: text('content').notNull(),
    roomId: text('room_id').notNull(),
    roomClosedAt: integer('room_closed_at'),
    queueId: text('queue_id').notNull(),
    /** Whether a person chose the queue, which no rule changes then. */
    isQueueFixed: integer('is_queue_fixed').notNull().default(0),
    /** 1, and one more for each escalation. */
    tier: integer('tier').notNull().default(1),
    /** How many widen steps of the queue have been taken. */
    stage: integer('stage').notNull().default(0),
    /** The `need_sets` row of queue, stage and tier; null only inside of a batch, until `placeInQueue`. */
    needSet: text('need_set'),
    /** When the next widen step falls due, while it waits. */
    widenAt: integer('widen_at'),
    /** The customer’s last agent, who goes first until the time beside it. */
    preferredAgentId: text('preferred_agent_id'),
    preferUntil: integer('prefer_until'),
    agentId: text('agent_id'),
    /** How many agents have had the ticket. */
    assignments: integer('assignments').notNull().default(0),
    assignedAt: integer('assigned_at'),
    firstAssignedAt: integer('first_assigned_at'),
    /** Whether a person gave it to its agent, from whom no pick timeout takes it then. */
    isAgentFixed: integer('is_agent_fixed').notNull().default(0),
    /** The command that gave it to its agent. */
    assignedChangeId: text('assigned_change_id'),
    /** When an offer that is not picked goes to the next agent. */
    pickBy: integer('pick_by'),
    pickedAt: integer('picked_at'),
    /** When those who declined are asked again, if nobody else can take it by then. */
    retryAt: integer('retry_at'),
    /** When wrap-up ends by itself. */
    wrapUpUntil: integer('wrap_up_until'),
    /** Both set while the customer owes the reply. Taken away by a trigger when the ticket moves. */
    autoCloseWarningAt: integer('auto_close_warning_at'),
    autoCloseAt: integer('auto_close_at'),
    /** Whether the warning of this idle period has been given. */
    isAutoCloseWarned: integer('is_auto_close_warned').notNull().default(0),
    /** How many messages its room has. */
    lastMessageSeq: integer('last_message_seq').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    closedAt: integer('closed_at'),
    changeId: text('change_id').notNull(),
  },
  (table) => [
    uniqueIndex('tickets_room').on(table.roomId),
    uniqueIndex('tickets_one_open').on(table.customerId, table.entityId, table.orderId).where(isOpen(table)),
    index('tickets_customer').on(table.customerId, table.closedAt),
    index('tickets_waiting').on(table.needSet, table.rank, table.id).where(isWaiting(table)),
    index('tickets_queue').on(table.queueId, table.rank, table.id).where(isWaiting(table)),
    index('tickets_since').on(table.queueId, table.createdAt).where(isWaiting(table)),
    index('tickets_answered').on(table.queueId, table.firstAssignedAt),
    index('tickets_held').on(table.agentId, table.assignedAt, table.rank, table.id).where(isHeld(table)),
    index('tickets_unplaced')
      .on(table.id)
      .where(sql`${table.needSet} is null`),
    ...(['pickBy', 'widenAt', 'retryAt', 'wrapUpUntil'] as const).map((name) =>
      index(`tickets_${table[name].name}`)
        .on(table[name])
        .where(sql`${table[name]} is not null`),
    ),
    index('tickets_auto_close_warning')
      .on(table.autoCloseWarningAt)
      .where(sql`${table.autoCloseWarningAt} is not null and ${table.isAutoCloseWarned} = 0`),
    index('tickets_auto_close')
      .on(table.autoCloseAt)
      .where(sql`${table.autoCloseAt} is not null and ${table.isAutoCloseWarned} = 1`),
    index('tickets_change').on(table.changeId),
  ],
);

/** What was said in the room of a ticket. Rows are never changed; the full-text index is kept by triggers. */
export const messages = sqliteTable(
  'messages',
  {
    /** For the full-text index, which needs a number. */
    id: integer('id').primaryKey(),
    ticketId: text('ticket_id').notNull(),
    /** 1, 2, 3 and so on in each room. */
    seq: integer('seq').notNull(),
    clientMessageId: text('client_message_id').notNull(),
    kind: text('kind').notNull(),
    senderRole: text('sender_role').notNull(),
    senderId: text('sender_id').notNull(),
    senderName: text('sender_name'),
    text: text('text'),
    /** JSON array. */
    attachments: text('attachments').notNull(),
    at: integer('at').notNull(),
    changeId: text('change_id').notNull(),
  },
  (table) => [
    uniqueIndex('messages_room').on(table.ticketId, table.seq),
    uniqueIndex('messages_once').on(table.ticketId, table.senderRole, table.senderId, table.clientMessageId),
  ],
);

/** How far each person has read in the room of a ticket. */
export const roomReads = sqliteTable(
  'room_reads',
  {
    ticketId: text('ticket_id').notNull(),
    role: text('role').notNull(),
    readerId: text('reader_id').notNull(),
    seq: integer('seq').notNull(),
    changeId: text('change_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ticketId, table.role, table.readerId] })],
);

/** Who was offered a ticket and did not take it, or had it taken away: not asked again while others can. */
export const ticketDeclines = sqliteTable(
  'ticket_declines',
  { ticketId: text('ticket_id').notNull(), agentId: text('agent_id').notNull(), at: integer('at').notNull() },
  (table) => [primaryKey({ columns: [table.ticketId, table.agentId] })],
);

// The next three are kept by triggers. Tickets that ask for the same, and agents that offer the same, are
// matched once, so that routing looks at the head of each group and not at every ticket or agent.

/** What waiting tickets ask for. Its id is the JSON array of the columns behind it. */
export const needSets = sqliteTable(
  'need_sets',
  {
    id: text('id').primaryKey(),
    queueId: text('queue_id').notNull(),
    /** JSON array of skills, sorted. */
    needs: text('needs').notNull(),
    tierFrom: integer('tier_from').notNull(),
    tierTo: integer('tier_to').notNull(),
    /** How many tickets wait with it. */
    waiting: integer('waiting').notNull(),
    usedAt: integer('used_at').notNull(),
  },
  (table) => [
    index('need_sets_waiting')
      .on(table.queueId, table.id)
      .where(sql`${table.waiting} > 0`),
  ],
);

/** What agents offer: the distinct `skills` of theirs, with the tier that they say. */
export const skillSets = sqliteTable('skill_sets', {
  skills: text('skills').primaryKey(),
  tier: integer('tier').notNull(),
});

/** Which skills meet which needs. */
export const coverage = sqliteTable(
  'coverage',
  { needSet: text('need_set').notNull(), skills: text('skills').notNull() },
  (table) => [
    primaryKey({ columns: [table.needSet, table.skills] }),
    index('coverage_skills').on(table.skills, table.needSet),
  ],
);

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

export const agentStatuses = sqliteTable('agent_statuses', {
  id: text('id').primaryKey(),
  position: integer('position').notNull(),
  alias: text('alias').notNull(),
  isRoutable: integer('is_routable').notNull(),
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

/** Whose tokens are not taken any more, where they were issued too early. */
export const tokenRevocations = sqliteTable(
  'token_revocations',
  {
    role: text('role').notNull(),
    sub: text('sub').notNull(),
    /** In seconds since 1970, as tokens say it: the last time of issue that is refused. */
    issuedUntil: integer('issued_until').notNull(),
    changeId: text('change_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.role, table.sub] })],
);

/** Everything that happened, in commit order. AUTOINCREMENT: a number is never given twice, even after a prune. */
export const events = sqliteTable(
  'events',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    type: text('type').notNull(),
    at: integer('at').notNull(),
    changeId: text('change_id').notNull(),
    /** The ticket or agent that it happened to. */
    subjectId: text('subject_id').notNull(),
    ticketId: text('ticket_id'),
    agentId: text('agent_id'),
    actorRole: text('actor_role').notNull(),
    actorId: text('actor_id').notNull(),
    /** JSON object. */
    data: text('data').notNull(),
  },
  (table) => [
    // A batch that is sent again after its answer was lost must not tell its story twice.
    uniqueIndex('events_once').on(table.changeId, table.type, table.subjectId),
    index('events_ticket').on(table.ticketId, table.seq),
  ],
);

/** Commands that had been made already when they came again. */
export const repeatedCommands = sqliteTable('repeated_commands', {
  changeId: text('change_id').primaryKey(),
  at: integer('at').notNull(),
});

export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    changeId: text('change_id').notNull(),
    ticketId: text('ticket_id'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.key] }),
    index('idempotency_keys_age').on(table.createdAt),
  ],
);
