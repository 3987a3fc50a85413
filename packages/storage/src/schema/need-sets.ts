import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// Triggers keep these three tables. Tickets with the same needs, and agents with the same skills, are matched
// once, so that routing looks at the first of each group and not at every ticket or agent.

/** The needs of waiting tickets. The id is the JSON array of queue, needs and tiers. */
export const needSets = sqliteTable(
  'need_sets',
  {
    id: text('id').primaryKey(),
    queueId: text('queue_id').notNull(),
    /** Skills, sorted. */
    needs: text('needs', { mode: 'json' }).$type<string[]>().notNull(),
    tierFrom: integer('tier_from').notNull(),
    tierTo: integer('tier_to').notNull(),
    /** How many waiting tickets have these needs. */
    waiting: integer('waiting').notNull(),
    usedAt: integer('used_at').notNull(),
  },
  (table) => [
    index('need_sets_waiting')
      .on(table.queueId, table.id)
      .where(sql`${table.waiting} > 0`),
  ],
);

/** The distinct `skills` of agents, with their tier. */
export const skillSets = sqliteTable('skill_sets', {
  skills: text('skills').primaryKey(),
  tier: integer('tier').notNull(),
});

/** Which skill sets meet which need sets. */
export const coverage = sqliteTable(
  'coverage',
  { needSet: text('need_set').notNull(), skills: text('skills').notNull() },
  (table) => [
    primaryKey({ columns: [table.needSet, table.skills] }),
    index('coverage_skills').on(table.skills, table.needSet),
  ],
);
