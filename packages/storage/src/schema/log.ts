import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

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
