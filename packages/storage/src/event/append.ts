import { type SQL, sql } from 'drizzle-orm';
import type { CommandParams } from '../command.ts';
import { agents, events, tickets } from '../schema.ts';
import { statement } from '../statement.ts';

type TicketEvent = 'ticket.created' | 'ticket.assigned' | 'ticket.picked' | 'room.closed' | 'ticket.closed';
type AgentEvent = 'agent.status_changed' | 'agent.saved' | 'agent.removed';

// A batch sent twice finds its events there already; nothing else makes them conflict.
const once = sql`on conflict (change_id, type, subject_id) do nothing`;

/** An event for each ticket that this command changed and `which` picks out. */
export const appendTicketEvents = <P extends CommandParams>(type: TicketEvent, which: SQL) =>
  statement<P>(
    (p) => sql`
      insert into ${events} (type, at, change_id, subject_id, ticket_id, agent_id, actor_role, actor_id, data)
      select ${sql.raw(`'${type}'`)}, ${p.now}, ${p.changeId}, ${tickets.id}, ${tickets.id}, ${tickets.agentId},
        ${p.actorRole}, ${p.actorId}, json_object('status', ${tickets.status})
      from ${tickets} where ${tickets.changeId} = ${p.changeId} and ${which} ${once}`,
  );

/** An event for the agent that this command changed, if it did. */
export const appendAgentEvent = <P extends CommandParams>(type: AgentEvent, which: (p: P2<P>) => SQL) =>
  statement<P>(
    (p) => sql`
      insert into ${events} (type, at, change_id, subject_id, agent_id, actor_role, actor_id, data)
      select ${sql.raw(`'${type}'`)}, ${p.now}, ${p.changeId}, ${agents.id}, ${agents.id},
        ${p.actorRole}, ${p.actorId}, json_object('status', ${agents.status})
      from ${agents} where ${which(p)} ${once}`,
  );

type P2<P> = { readonly [Name in keyof P]: SQL<P[Name]> };
