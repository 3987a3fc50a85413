import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { hasRoom } from '../agent/has-room.ts';

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
    /** What `capacity` comes to. */
    maxLoad: integer('max_load').notNull(),
    /** JSON array of tags, sorted, each once: agents of the same skills have the same text. */
    skills: text('skills').notNull().default('[]'),
    lastLoginAt: integer('last_login_at'),
    leaseUntil: integer('lease_until').notNull().default(0),
    /** Set with a lease; taken back by the sweep after its end. */
    isConnected: integer('is_connected').notNull().default(0),
    /** When the tickets of an agent that has lost its lease go to others. */
    releaseAt: integer('release_at'),
    /** Kept by the triggers on `tickets`, as `idle_since` and `assigned_at` are. */
    load: integer('load').notNull().default(0),
    /** When the agent became routable, or last got or ended a ticket. */
    idleSince: integer('idle_since').notNull(),
    /** When it last got a ticket; 0: never. */
    assignedAt: integer('assigned_at').notNull().default(0),
    /** Offers in a row that it did not pick. */
    misses: integer('misses').notNull().default(0),
    /** The workspace’s strategy, by which the next two tell whose turn it is. */
    strategy: text('strategy').notNull(),
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
    index('agents_turn').on(table.skills, table.turnLoad, table.turnSince, table.id).where(hasRoom(table)),
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
  isRoutable: integer('is_routable').notNull(),
});
