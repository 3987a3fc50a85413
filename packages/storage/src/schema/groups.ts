import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

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
