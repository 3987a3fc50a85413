import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
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
    /** JSON array of tags. */
    skills: text('skills').notNull().default('[]'),
    lastLoginAt: integer('last_login_at'),
    leaseUntil: integer('lease_until').notNull().default(0),
    /** Kept by the triggers on `tickets`. */
    load: integer('load').notNull().default(0),
    /** When the agent became routable, or last got or ended a ticket. */
    idleSince: integer('idle_since').notNull(),
    changeId: text('change_id').notNull(),
  },
  (table) => [
    uniqueIndex('agents_email').on(sql`lower(${table.email})`),
    index('agents_routable')
      .on(table.load, table.idleSince, table.id)
      .where(sql`${table.isRoutable} = 1`),
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
    agentId: text('agent_id'),
    /** How many agents have had the ticket. */
    assignments: integer('assignments').notNull().default(0),
    assignedAt: integer('assigned_at'),
    pickedAt: integer('picked_at'),
    autoCloseWarningAt: integer('auto_close_warning_at'),
    autoCloseAt: integer('auto_close_at'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    closedAt: integer('closed_at'),
    changeId: text('change_id').notNull(),
  },
  (table) => [
    uniqueIndex('tickets_room').on(table.roomId),
    uniqueIndex('tickets_one_open').on(table.customerId, table.entityId, table.orderId).where(isOpen(table)),
    index('tickets_waiting').on(table.rank, table.id).where(isWaiting(table)),
    index('tickets_held').on(table.agentId, table.assignedAt, table.rank, table.id).where(isHeld(table)),
    index('tickets_change').on(table.changeId),
  ],
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
