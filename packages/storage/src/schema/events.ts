import type { LiveEvent } from '@chat-ticket/contract';
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The event log, in commit order. AUTOINCREMENT gives no number twice, even after a prune. */
export const events = sqliteTable(
  'events',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    type: text('type').$type<LiveEvent['type']>().notNull(),
    at: integer('at').notNull(),
    changeId: text('change_id').notNull(),
    /** The id of the ticket or agent that changed, or a name for something without an id, such as `settings`. */
    subjectId: text('subject_id').notNull(),
    ticketId: text('ticket_id'),
    agentId: text('agent_id'),
    actorRole: text('actor_role').notNull(),
    actorId: text('actor_id').notNull(),
    /** The number among the events of the ticket’s room that customers get: 1, 2, 3. Null: customers do not get it. */
    customerSeq: integer('customer_seq'),
    /** The `customerSeq` of the message that was posted. */
    customerMessageSeq: integer('customer_message_seq'),
    /** A JSON object with the fields that depend on the type. */
    data: text('data').notNull(),
  },
  (table) => [
    // Finds the events of a command. Allows one event of each type for each subject.
    uniqueIndex('events_once').on(table.changeId, table.type, table.subjectId),
    index('events_ticket').on(table.ticketId, table.seq),
    uniqueIndex('events_customer')
      .on(table.ticketId, table.customerSeq)
      .where(sql`${table.customerSeq} is not null`),
  ],
);
