import type { Strategy } from '@chat-ticket/contract';
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The agents: what people edit, and what routing reads. */
export const agents = sqliteTable(
  'agents',
  {
    id: text('id').primaryKey(),
    email: text('email'),
    /** The email as it is compared: `emailKey` of domain. SQL knows the case of ASCII only. */
    emailKey: text('email_key'),
    name: text('name'),
    /**
     * The beginning of the name, or of the id without one: lists are in its order, and then by id. It is short enough for a
     * cursor.
     */
    sortName: text('sort_name').generatedAlwaysAs(sql`lower(substr(coalesce(name, id), 1, 32))`, {
      mode: 'virtual',
    }),
    /** The id that the record had before an agent joined it. Null: nobody did. */
    joinedFrom: text('joined_from'),
    status: text('status').notNull(),
    statusSince: integer('status_since').notNull(),
    /** Whether agents with this status may receive tickets. Copied from `agent_statuses`. */
    isRoutable: integer('is_routable', { mode: 'boolean' }).notNull(),
    /** When settings last changed whether the agent’s status is routable. 0: never. */
    routableSince: integer('routable_since').notNull().default(0),
    /** How many tickets the agent can have. Null: the workspace’s default. */
    capacity: integer('capacity'),
    /** `capacity`, or the workspace’s default if that is null. */
    maxLoad: integer('max_load').notNull(),
    /** Sorted and without duplicates, so that agents with the same skills have the same text. */
    skills: text('skills', { mode: 'json' }).$type<string[]>().notNull().default([]),
    lastLoginAt: integer('last_login_at'),
    /** When the lease ends. 0: the agent never had one. */
    leaseUntil: integer('lease_until').notNull().default(0),
    /** 1 from the start of a lease until the sweep has handled its end. */
    isConnected: integer('is_connected').$type<0 | 1>().notNull().default(0),
    /** When the picked tickets of an agent whose lease has ended are returned. */
    releaseAt: integer('release_at'),
    /**
     * How many tickets the agent has, wrap-up included. Triggers on `tickets` update it, `idle_since` and
     * `assigned_at`.
     */
    load: integer('load').notNull().default(0),
    /** When the agent last became routable, got a ticket or lost one. */
    idleSince: integer('idle_since').notNull(),
    /** When the agent last got a ticket. 0: never. */
    assignedAt: integer('assigned_at').notNull().default(0),
    /** How many offers in a row the agent has missed. */
    misses: integer('misses').notNull().default(0),
    /** The workspace’s strategy. `turn_load` and `turn_since` order the agents by it. */
    strategy: text('strategy').$type<Strategy>().notNull(),
    turnLoad: integer('turn_load').generatedAlwaysAs(
      sql`case strategy when 'least_loaded' then load else 0 end`,
      { mode: 'virtual' },
    ),
    turnSince: integer('turn_since').generatedAlwaysAs(
      sql`case strategy when 'round_robin' then assigned_at else idle_since end`,
      { mode: 'virtual' },
    ),
    /** When the agent was archived. Null: it is not. An archived agent is offline, has no tickets and no lease. */
    archivedAt: integer('archived_at'),
    /** The change id of the command that archived the agent. */
    archivedChangeId: text('archived_change_id'),
    /** `issued_until` of the agent’s tokens before they were revoked with it. Null: they were not revoked. */
    revokedUntilBefore: integer('revoked_until_before'),
    changeId: text('change_id').notNull(),
  },
  (table) => [
    uniqueIndex('agents_email').on(table.emailKey),
    // Finds an agent whose id is somebody’s email.
    index('agents_id_lower').on(sql`lower(${table.id})`),
    // `hasCapacity` in sql/eligibility.ts repeats this condition. Otherwise SQLite would not use the index.
    index('agents_turn')
      .on(table.skills, table.turnLoad, table.turnSince, table.id)
      .where(sql`${table.isRoutable} = 1 and ${table.isConnected} = 1 and ${table.load} < ${table.maxLoad}`),
    index('agents_list')
      .on(table.sortName, table.id)
      .where(sql`${table.archivedAt} is null`),
    index('agents_archived')
      .on(table.sortName, table.id)
      .where(sql`${table.archivedAt} is not null`),
    index('agents_skills').on(table.skills),
    // Says in the batch of an intake whether anybody on duty has the skills.
    index('agents_on_duty')
      .on(table.skills)
      .where(sql`${table.isRoutable} = 1 and ${table.isConnected} = 1`),
    index('agents_lease')
      .on(table.leaseUntil)
      .where(sql`${table.isConnected} = 1`),
    index('agents_release')
      .on(table.releaseAt)
      .where(sql`${table.releaseAt} is not null`),
  ],
);

/** The statuses that the settings give to agents. `alias` is the display name. */
export const agentStatuses = sqliteTable('agent_statuses', {
  id: text('id').primaryKey(),
  position: integer('position').notNull(),
  alias: text('alias').notNull(),
  isRoutable: integer('is_routable', { mode: 'boolean' }).notNull(),
});
