import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { hasRoom } from '../agent/has-room.ts';
import { agents } from '../schema.ts';

/** An agent under a name of its own. */
export const agentAs = (name: string) => alias(agents, name);

/** Routable status, live lease and room for one more: checked in the statement that gives the ticket. */
export const mayReceive = (agent: ReturnType<typeof agentAs>, now: SQLWrapper): SQL =>
  sql`${hasRoom(agent)} and ${agent.leaseUntil} > ${now}`;

/** Whether the agent did not take the ticket when it was offered. */
export const hasDeclined = (ticketId: SQLWrapper, agentId: SQLWrapper): SQL =>
  sql`exists (select 1 from ticket_declines where ticket_id = ${ticketId} and agent_id = ${agentId})`;
