import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

// Facts are rows that outlive the event log. Triggers write them in the batch that changes something, so that no
// command can forget them. Reports read them.
// @see packages/storage/migrations/0019_fact_upkeep.sql, the triggers
// @see packages/domain/src/fact/walk-events.ts `walkEvents`, the same rules over events

/** One row for each ticket, with all its times. It contains nothing that names the customer. */
export const ticketFacts = sqliteTable(
  'ticket_facts',
  {
    id: integer('id').primaryKey(),
    ticketId: text('ticket_id').notNull(),
    /** The queue, entity, language and contact reason that the ticket has now. */
    queueId: text('queue_id').notNull(),
    entityId: text('entity_id').notNull(),
    language: text('language'),
    ccr: text('ccr'),
    /** The last agent, the first one, and the one who replied first. */
    agentId: text('agent_id'),
    firstAgentId: text('first_agent_id'),
    replyAgentId: text('reply_agent_id'),
    createdAt: integer('created_at').notNull(),
    firstAssignedAt: integer('first_assigned_at'),
    /** The service goal of the ticket’s queue when it got its first agent, in ms. */
    goalMs: integer('goal_ms'),
    /** When an agent first picked the ticket. */
    pickedAt: integer('picked_at'),
    /** When an agent first wrote a message to the customer. */
    firstReplyAt: integer('first_reply_at'),
    roomClosedAt: integer('room_closed_at'),
    /** The end of the wrap-up. */
    closedAt: integer('closed_at'),
    /** How often an agent got the ticket, and how often an offer of it was missed or declined. */
    assignments: integer('assignments').notNull().default(0),
    misses: integer('misses').notNull().default(0),
    declines: integer('declines').notNull().default(0),
    /** How often a person gave the ticket from an agent to another one, or to another queue. */
    transfers: integer('transfers').notNull().default(0),
  },
  (table) => [
    uniqueIndex('ticket_facts_ticket').on(table.ticketId),
    index('ticket_facts_created').on(table.createdAt),
    index('ticket_facts_assigned')
      .on(table.firstAssignedAt)
      .where(sql`${table.firstAssignedAt} is not null`),
    index('ticket_facts_replied')
      .on(table.firstReplyAt)
      .where(sql`${table.firstReplyAt} is not null`),
    index('ticket_facts_closed')
      .on(table.closedAt)
      .where(sql`${table.closedAt} is not null`),
  ],
);

/**
 * The intervals in which a ticket had the same phase and agent. A ticket that waits has a new interval when it moves to
 * another queue. A wait of 0 ms leaves no row.
 */
export const ticketIntervals = sqliteTable(
  'ticket_intervals',
  {
    id: integer('id').primaryKey(),
    ticketId: text('ticket_id').notNull(),
    /** The generated column `phase` of `tickets`. */
    phase: text('phase').notNull(),
    /** The queue of the ticket when the interval began. */
    queueId: text('queue_id').notNull(),
    agentId: text('agent_id'),
    /**
     * Why the ticket waits, as of the beginning: `missed`, `declined`, `queue_closed`, `nobody_with_skills`, `all_full` or
     * `other`. Null: the ticket does not wait.
     */
    cause: text('cause'),
    beganAt: integer('began_at').notNull(),
    /** Null: the interval has not ended. */
    endedAt: integer('ended_at'),
    /** What ended the interval, such as `picked`, `missed`, `declined`, `transferred` or `closed`. */
    endedBy: text('ended_by'),
  },
  (table) => [
    uniqueIndex('ticket_intervals_open')
      .on(table.ticketId)
      .where(sql`${table.endedAt} is null`),
    index('ticket_intervals_ended')
      .on(table.phase, table.endedAt)
      .where(sql`${table.endedAt} is not null`),
    // The list of transfers reads it, whatever the phase was.
    index('ticket_intervals_transferred')
      .on(table.endedAt)
      .where(sql`${table.endedBy} in ('transferred', 'moved')`),
  ],
);

/** The intervals in which an agent had the same status, and had tickets or had none. */
export const agentIntervals = sqliteTable(
  'agent_intervals',
  {
    id: integer('id').primaryKey(),
    agentId: text('agent_id').notNull(),
    status: text('status').notNull(),
    isRoutable: integer('is_routable').$type<0 | 1>().notNull(),
    hasTickets: integer('has_tickets').$type<0 | 1>().notNull(),
    beganAt: integer('began_at').notNull(),
    /** Null: the interval has not ended. */
    endedAt: integer('ended_at'),
  },
  (table) => [
    index('agent_intervals_agent').on(table.agentId, table.beganAt),
    uniqueIndex('agent_intervals_open')
      .on(table.agentId)
      .where(sql`${table.endedAt} is null`),
    // A clock that is set back cuts the ends that are still to come.
    index('agent_intervals_ended')
      .on(table.endedAt)
      .where(sql`${table.endedAt} is not null`),
  ],
);

/** The gaps: intervals in which the desk did not serve. They count in no time of an agent. */
export const gaps = sqliteTable('gaps', {
  beganAt: integer('began_at').primaryKey(),
  endedAt: integer('ended_at').notNull(),
});

/** While closed tickets from before the facts have no row: the row number in `tickets` from which on they have. */
export const factBackfill = sqliteTable('fact_backfill', {
  id: integer('id').primaryKey(),
  fromRow: integer('from_row').notNull(),
});
