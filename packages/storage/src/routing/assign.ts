import { heldStates } from '@chat-ticket/domain';
import { type SQL, sql } from 'drizzle-orm';
import type { CommandParams } from '../command.ts';
import { appendTicketEvents } from '../event/append.ts';
import { agents, tickets } from '../schema.ts';
import { build } from '../statement.ts';
import { isWaiting, statusIn } from '../ticket/state-sql.ts';

export type RoutingParams = CommandParams & { defaultCapacity: number };
type Placeholders = { readonly [Name in keyof RoutingParams]: SQL };

/** Routable status, live lease and room for one more: checked in the statement that gives the ticket. */
const mayReceive = (p: Placeholders) =>
  sql`${agents.isRoutable} = 1 and ${agents.leaseUntil} > ${p.now} and ${agents.load} < ${capacity(p)}`;

const capacity = (p: Placeholders) => sql`coalesce(${agents.capacity}, ${p.defaultCapacity})`;

const leastLoadedAgent = (p: Placeholders) =>
  sql`(select ${agents.id} from ${agents} where ${mayReceive(p)} order by ${agents.load}, ${agents.idleSince}, ${agents.id} limit 1)`;

const inQueueOrder = (limit: SQL) =>
  sql`(select ${tickets.id} from ${tickets} where ${isWaiting(tickets)} order by ${tickets.rank}, ${tickets.id} limit ${limit})`;

const assignTo = (p: Placeholders, agentId: SQL) => ({
  agentId,
  status: sql`case ${tickets.assignments} when 0 then 'ASSIGNED' else 'REASSIGNED' end`,
  assignments: sql`${tickets.assignments} + 1`,
  assignedAt: p.now,
  pickedAt: null,
  updatedAt: p.now,
  changeId: p.changeId,
});

/** Gives the first waiting ticket to the agent who should have it, if anyone may receive. */
export const assignFirstWaiting = (p: Placeholders) =>
  build
    .update(tickets)
    .set(assignTo(p, leastLoadedAgent(p)))
    .where(sql`${tickets.id} = ${inQueueOrder(sql.raw('1'))} and ${leastLoadedAgent(p)} is not null`);

/** Gives an agent as many of the first waiting tickets as it has room for; none if it may not receive. */
export const fillAgent = (p: Placeholders, agentId: SQL) => {
  const room = sql`(select ${capacity(p)} - ${agents.load} from ${agents} where ${agents.id} = ${agentId} and ${mayReceive(p)})`;
  return build
    .update(tickets)
    .set(assignTo(p, agentId))
    .where(sql`${tickets.id} in ${inQueueOrder(sql`coalesce(${room}, 0)`)}`);
};

/** One event for each ticket that the command gave to someone. Goes behind the statements above. */
export const appendAssignments = appendTicketEvents<RoutingParams>(
  'ticket.assigned',
  sql`${statusIn(tickets, heldStates)} and ${tickets.assignedAt} = ${tickets.updatedAt} and ${tickets.pickedAt} is null`,
);
