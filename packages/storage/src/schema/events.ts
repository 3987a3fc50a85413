import type { LiveEvent } from '@chat-ticket/contract';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The event log, in commit order. AUTOINCREMENT never gives a number twice, even after a prune. */
export const events = sqliteTable(
  'events',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    type: text('type').$type<LiveEvent['type']>().notNull(),
    at: integer('at').notNull(),
    changeId: text('change_id').notNull(),
    /** What changed: a ticket’s or an agent’s id, or a name for what has none. */
    subjectId: text('subject_id').notNull(),
    ticketId: text('ticket_id'),
    agentId: text('agent_id'),
    actorRole: text('actor_role').notNull(),
    actorId: text('actor_id').notNull(),
    /** JSON object: what the type adds to the columns. */
    data: text('data').notNull(),
  },
  (table) => [
    // Finds the events of a command, and keeps one of each type for each subject.
    uniqueIndex('events_once').on(table.changeId, table.type, table.subjectId),
    index('events_ticket').on(table.ticketId, table.seq),
  ],
);
