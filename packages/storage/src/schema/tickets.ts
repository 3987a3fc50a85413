import type { Ticket } from '@chat-ticket/contract';
import {
  type FieldKeys,
  heldStates,
  type TicketPhase,
  type TicketState,
  waitingStates,
} from '@chat-ticket/domain';
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { stateList } from '../sql/ticket-status.ts';

// The conditions of partial indexes. Statements repeat them with `isWaiting` and `isHeld` of sql/ticket-status.ts.
const waiting = sql.raw(stateList(waitingStates));
const held = sql.raw(stateList(heldStates));

/** The tickets, open and closed. */
export const tickets = sqliteTable(
  'tickets',
  {
    id: text('id').primaryKey(),
    status: text('status').$type<TicketState>().notNull(),
    /** The status that the ticket returns to when it loses its agent. */
    waitingStatus: text('waiting_status').$type<TicketState>().notNull(),
    priority: integer('priority').notNull(),
    /** The order in the queue: the lowest rank goes first. */
    rank: integer('rank').notNull(),
    /** Empty if the ticket has none, because a unique index treats nulls as different. */
    entityId: text('entity_id').notNull(),
    language: text('language'),
    ccr: text('ccr'),
    /**
     * The contact reason and its topic as they are compared: this and the next column. SQL cannot fold the case of every
     * script.
     */
    ccrKey: text('ccr_key'),
    topicKey: text('topic_key'),
    /** Empty if the ticket has none. */
    orderId: text('order_id').notNull(),
    customerId: text('customer_id').notNull(),
    customerFirstName: text('customer_first_name'),
    customerLastName: text('customer_last_name'),
    customerName: text('customer_name'),
    content: text('content', { mode: 'json' }).$type<Ticket['content']>().notNull(),
    roomId: text('room_id').notNull(),
    roomClosedAt: integer('room_closed_at'),
    queueId: text('queue_id').notNull(),
    /** Whether a person chose the queue. Then no rule changes it. */
    isQueueFixed: integer('is_queue_fixed').$type<0 | 1>().notNull().default(0),
    /** The lowest tier whose agents may take the ticket: 1, plus 1 for each escalation, at most 9. */
    tier: integer('tier').notNull().default(1),
    /** The stage of the queue that the ticket has reached. */
    stage: integer('stage').notNull().default(0),
    /** The id in `need_sets`, made of queue, needs and tiers. Null only within a batch, until `placeInQueue`. */
    needSet: text('need_set'),
    /** When the ticket was last placed in its queue: `placeInQueue`. */
    placedAt: integer('placed_at'),
    /** When the next widen step is due. Null: the ticket does not wait, or has no further step. */
    widenAt: integer('widen_at'),
    /** The customer’s last agent, who is preferred until `preferUntil`. */
    preferredAgentId: text('preferred_agent_id'),
    preferUntil: integer('prefer_until'),
    agentId: text('agent_id'),
    /** How many agents have had the ticket. */
    assignments: integer('assignments').notNull().default(0),
    assignedAt: integer('assigned_at'),
    firstAssignedAt: integer('first_assigned_at'),
    /** Whether a person assigned the ticket. Then it has no pick timeout. */
    isAgentFixed: integer('is_agent_fixed').$type<0 | 1>().notNull().default(0),
    /** The change id of the command that assigned the ticket to its agent. */
    assignedChangeId: text('assigned_change_id'),
    /** When the offer ends. Null: no offer, or it was picked or assigned by a person. */
    pickBy: integer('pick_by'),
    pickedAt: integer('picked_at'),
    /**
     * What the ticket waits for: the status without its history. Facts count by it. `ticketPhase` of domain is the same in
     * TypeScript.
     */
    phase: text('phase')
      .$type<TicketPhase>()
      .generatedAlwaysAs(
        sql`case status when 'CLOSED' then 'closed' when 'CHAT_CLOSED' then 'wrap_up' when 'WORKFLOW_PENDING' then 'workflow' when 'ERROR' then 'error' when 'ASSIGNED' then case when picked_at is null then 'offered' else 'picked' end when 'REASSIGNED' then case when picked_at is null then 'offered' else 'picked' end else 'waiting' end`,
        { mode: 'virtual' },
      ),
    /** When the sweep checks whether to ask the agents who declined again. Null: no agent has declined. */
    retryAt: integer('retry_at'),
    /** When the sweep ends the wrap-up. Null: no wrap-up, or only a person ends it. */
    wrapUpUntil: integer('wrap_up_until'),
    /**
     * When the customer is warned and when the room is closed: this and the next column. Null: the customer owes no
     * reply. A trigger clears them when the ticket changes its status, agent or queue.
     */
    autoCloseWarningAt: integer('auto_close_warning_at'),
    autoCloseAt: integer('auto_close_at'),
    /** Whether the customer was warned in this idle period. */
    isAutoCloseWarned: integer('is_auto_close_warned').$type<0 | 1>().notNull().default(0),
    /** The number of the last message in the room. 0: none. */
    lastMessageSeq: integer('last_message_seq').notNull().default(0),
    /**
     * The `customer_seq` of the room’s last event that customers get. 0: none. A trigger counts it, and no prune lowers
     * it. The default is of tickets from before this column: no position that clients have from then can reach it.
     */
    lastCustomerSeq: integer('last_customer_seq').notNull().default(1_000_000_000_000),
    /** The values of custom fields by their ids: as they were sent, and as routing compares them. */
    fields: text('fields', { mode: 'json' })
      .$type<Record<string, string | number>>()
      .notNull()
      .default(sql`'{}'`),
    fieldKeys: text('field_keys', { mode: 'json' })
      .$type<FieldKeys>()
      .notNull()
      .default(sql`'{}'`),
    /** The ticket’s tags, sorted. */
    tags: text('tags', { mode: 'json' })
      .$type<string[]>()
      .notNull()
      .default(sql`'[]'`),
    /** How the ticket ended: the id of a closing code that the settings have or had, and a note in words. */
    closingCode: text('closing_code'),
    closingNote: text('closing_note'),
    /**
     * Since when the customer waits for a reply: for the first one, or since its first message after the last one of an agent,
     * supervisor or admin. Null: it waits for none. A closed room keeps it: see `customerWaits` in sql/customer-waits.ts.
     */
    customerWaitsSince: integer('customer_waits_since'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    closedAt: integer('closed_at'),
    changeId: text('change_id').notNull(),
  },
  (table) => [
    uniqueIndex('tickets_room').on(table.roomId),
    uniqueIndex('tickets_one_open')
      .on(table.customerId, table.entityId, table.orderId)
      .where(sql`${table.status} <> 'CLOSED'`),
    index('tickets_customer').on(table.customerId, table.closedAt),
    index('tickets_waiting')
      .on(table.needSet, table.rank, table.id)
      .where(sql`${table.status} in ${waiting}`),
    index('tickets_queue')
      .on(table.queueId, table.rank, table.id)
      .where(sql`${table.status} in ${waiting}`),
    index('tickets_since')
      .on(table.queueId, table.createdAt)
      .where(sql`${table.status} in ${waiting}`),
    index('tickets_answered').on(table.queueId, table.firstAssignedAt),
    index('tickets_held')
      .on(table.agentId, table.assignedAt, table.rank, table.id)
      .where(sql`${table.agentId} is not null and ${table.status} in ${held}`),
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
    // The leading filters of a search, each in the order of creation.
    index('tickets_by_created').on(table.createdAt, table.id),
    index('tickets_by_customer').on(table.customerId, table.createdAt, table.id),
    index('tickets_by_queue').on(table.queueId, table.createdAt, table.id),
    index('tickets_by_order')
      .on(table.orderId, table.createdAt, table.id)
      .where(sql`${table.orderId} <> ''`),
    index('tickets_by_entity')
      .on(table.entityId, table.createdAt, table.id)
      .where(sql`${table.entityId} <> ''`),
    index('tickets_by_agent')
      .on(table.agentId, table.createdAt, table.id)
      .where(sql`${table.agentId} is not null`),
    index('tickets_by_reason')
      .on(table.ccrKey, table.createdAt, table.id)
      .where(sql`${table.ccrKey} is not null`),
    index('tickets_by_language')
      .on(table.language, table.createdAt, table.id)
      .where(sql`${table.language} is not null`),
    index('tickets_open')
      .on(table.createdAt, table.id)
      .where(sql`${table.status} <> 'CLOSED'`),
    index('tickets_closed')
      .on(table.closedAt, table.id)
      .where(sql`${table.closedAt} is not null`),
    index('tickets_customer_waits')
      .on(table.customerWaitsSince, table.id)
      .where(sql`${table.customerWaitsSince} is not null and ${table.roomClosedAt} is null`),
  ],
);

/** The tags of `tickets.tags`, a row each, so that an index finds the newest tickets of a tag. */
export const ticketTags = sqliteTable(
  'ticket_tags',
  {
    ticketId: text('ticket_id').notNull(),
    tag: text('tag').notNull(),
    /** `created_at` of the ticket. */
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ticketId, table.tag] }),
    index('ticket_tags_tag').on(table.tag, table.createdAt, table.ticketId),
  ],
);

/**
 * The agents who declined, missed or lost a ticket. Other agents are asked first. A trigger deletes the rows on close.
 */
export const ticketDeclines = sqliteTable(
  'ticket_declines',
  { ticketId: text('ticket_id').notNull(), agentId: text('agent_id').notNull(), at: integer('at').notNull() },
  (table) => [primaryKey({ columns: [table.ticketId, table.agentId] })],
);

/**
 * The tickets that each agent has picked, so that it finds them after another agent got them. A trigger writes the rows.
 */
export const ticketAgents = sqliteTable(
  'ticket_agents',
  {
    ticketId: text('ticket_id').notNull(),
    agentId: text('agent_id').notNull(),
    /** `created_at` of the ticket. */
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ticketId, table.agentId] }),
    index('ticket_agents_list').on(table.agentId, table.createdAt, table.ticketId),
  ],
);

/** The idempotency keys of requests that create tickets. `ticket_id` is null only within a batch. */
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
