import type { Strategy } from '@chat-ticket/contract';
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const agents = sqliteTable(
  'agents',
  {
    id: text('id').primaryKey(),
    email: text('email'),
    name: text('name'),
    status: text('status').notNull(),
    statusSince: integer('status_since').notNull(),
    /** Whether the settings let the agent’s status receive tickets. Written with the status. */
    isRoutable: integer('is_routable', { mode: 'boolean' }).notNull(),
    /** Null: the workspace’s default. */
    capacity: integer('capacity'),
    /** `capacity`, or else the workspace’s default. */
    maxLoad: integer('max_load').notNull(),
    /** Sorted, each once, so that agents with the same skills have the same text. */
    skills: text('skills', { mode: 'json' }).$type<string[]>().notNull().default([]),
    lastLoginAt: integer('last_login_at'),
    leaseUntil: integer('lease_until').notNull().default(0),
    /** Set with a lease. The sweep clears it after the lease has ended. */
    isConnected: integer('is_connected').$type<0 | 1>().notNull().default(0),
    /** When the tickets of an agent whose lease has ended go to others. */
    releaseAt: integer('release_at'),
    /** How many tickets it holds. Triggers on `tickets` keep it, `idle_since` and `assigned_at`. */
    load: integer('load').notNull().default(0),
    /** When the agent last became routable, or got or ended a ticket. */
    idleSince: integer('idle_since').notNull(),
    /** When it last got a ticket. 0: never. */
    assignedAt: integer('assigned_at').notNull().default(0),
    /** How many offers in a row it has not picked. */
    misses: integer('misses').notNull().default(0),
    /** The workspace’s strategy. The next two columns order agents by it. */
    strategy: text('strategy').$type<Strategy>().notNull(),
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
    // The same condition as `hasCapacity` in sql/eligibility.ts, or SQLite does not use the index.
    index('agents_turn')
      .on(table.skills, table.turnLoad, table.turnSince, table.id)
      .where(sql`${table.isRoutable} = 1 and ${table.isConnected} = 1 and ${table.load} < ${table.maxLoad}`),
    index('agents_skills').on(table.skills),
    index('agents_lease')
      .on(table.leaseUntil)
      .where(sql`${table.isConnected} = 1`),
    index('agents_release')
      .on(table.releaseAt)
      .where(sql`${table.releaseAt} is not null`),
  ],
);

export const agentStatuses = sqliteTable('agent_statuses', {
  id: text('id').primaryKey(),
  position: integer('position').notNull(),
  alias: text('alias').notNull(),
  isRoutable: integer('is_routable', { mode: 'boolean' }).notNull(),
});
