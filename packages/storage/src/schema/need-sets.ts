import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// Triggers update these three tables. They match each group of tickets with the same needs and each group of agents
// with the same skills once. Routing then looks at the first of each group, not at every ticket and agent.

/** The need sets of waiting tickets. The id is a JSON array of queue, needs and tiers. */
export const needSets = sqliteTable(
  'need_sets',
  {
    id: text('id').primaryKey(),
    queueId: text('queue_id').notNull(),
    /** The skills that a ticket needs, sorted. */
    needs: text('needs', { mode: 'json' }).$type<string[]>().notNull(),
    /** The lowest and the highest tier whose agents may take a ticket. */
    tierFrom: integer('tier_from').notNull(),
    tierTo: integer('tier_to').notNull(),
    /** How many waiting tickets have this need set. */
    waiting: integer('waiting').notNull(),
    /** When a ticket last began to wait with it. The sweep deletes unused rows after a day. */
    usedAt: integer('used_at').notNull(),
  },
  (table) => [
    index('need_sets_waiting')
      .on(table.queueId, table.id)
      .where(sql`${table.waiting} > 0`),
  ],
);

/** The skill sets of all agents. `tier` follows from the skill `tier:N`; without one it is 1. */
export const skillSets = sqliteTable('skill_sets', {
  skills: text('skills').primaryKey(),
  tier: integer('tier').notNull(),
});

/** Which skill sets satisfy which need sets. */
export const coverage = sqliteTable(
  'coverage',
  { needSet: text('need_set').notNull(), skills: text('skills').notNull() },
  (table) => [
    primaryKey({ columns: [table.needSet, table.skills] }),
    index('coverage_skills').on(table.skills, table.needSet),
  ],
);
