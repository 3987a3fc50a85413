import { type SQL, sql } from 'drizzle-orm';
import type { CommandParams } from '../command.ts';
import { agents, events, tickets } from '../schema.ts';
import { statement } from '../statement.ts';

export type TicketEvent =
  | 'ticket.created'
  | 'ticket.assigned'
  | 'ticket.picked'
  | 'ticket.declined'
  | 'ticket.missed'
  | 'ticket.returned'
  | 'ticket.moved'
  | 'ticket.escalated'
  | 'ticket.widened'
  | 'ticket.status_changed'
  | 'ticket.updated'
  | 'ticket.refund_created'
  | 'ticket.extended'
  | 'ticket.closed'
  | 'room.closed'
  | 'room.auto_close_warned';
export type AgentEvent =
  | 'agent.status_changed'
  | 'agent.saved'
  | 'agent.removed'
  | 'agent.connected'
  | 'agent.disconnected';

type Placeholders<P> = { readonly [Name in keyof P]: SQL };

// A batch sent twice finds its events there already; nothing else makes them conflict.
const once = sql`on conflict (change_id, type, subject_id) do nothing`;

/** What an event tells of its ticket besides its own columns. */
export type EventData = Readonly<Record<string, SQL>>;

const json = (data: EventData) =>
  sql`json_object(${sql.join(
    Object.entries(data).map(([name, value]) => sql`${sql.raw(`'${name}'`)}, ${value}`),
    sql`, `,
  )})`;

/**
 * An event for each ticket that `which` picks out, of its agent or of `agentId`. One that takes a ticket from
 * its agent goes before the UPDATE that does it, and says the status that the ticket goes to.
 */
export const appendTicketEvents = <P extends CommandParams>(
  type: TicketEvent,
  which: (p: Placeholders<P>) => SQL,
  data: (p: Placeholders<P>) => EventData = () => ({}),
  agentId: (p: Placeholders<P>) => SQL = () => sql`${tickets.agentId}`,
) =>
  statement<P>(
    (p) => sql`
      insert into ${events} (type, at, change_id, subject_id, ticket_id, agent_id, actor_role, actor_id, data)
      select ${sql.raw(`'${type}'`)}, ${p.now}, ${p.changeId}, ${tickets.id}, ${tickets.id}, ${agentId(p)},
        ${p.actorRole}, ${p.actorId}, ${json({ status: sql`${tickets.status}`, queueId: sql`${tickets.queueId}`, roomId: sql`${tickets.roomId}`, ...data(p) })}
      from ${tickets} where ${which(p)} ${once}`,
  );

/** An event for each ticket that this command changed and `which` picks out. */
export const appendChange = <P extends CommandParams>(
  type: TicketEvent,
  which: SQL,
  data?: (p: Placeholders<P>) => EventData,
) => appendTicketEvents<P>(type, (p) => sql`${tickets.changeId} = ${p.changeId} and ${which}`, data);

/** An event for each agent that `which` picks out. */
export const appendAgentEvent = <P extends CommandParams>(
  type: AgentEvent,
  which: (p: Placeholders<P>) => SQL,
  data: (p: Placeholders<P>) => EventData = () => ({}),
) =>
  statement<P>(
    (p) => sql`
      insert into ${events} (type, at, change_id, subject_id, agent_id, actor_role, actor_id, data)
      select ${sql.raw(`'${type}'`)}, ${p.now}, ${p.changeId}, ${agents.id}, ${agents.id},
        ${p.actorRole}, ${p.actorId}, ${json({ status: sql`${agents.status}`, ...data(p) })}
      from ${agents} where ${which(p)} ${once}`,
  );
