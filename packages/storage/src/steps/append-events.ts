import type { AgentEvent, TicketEvent } from '@chat-ticket/contract';
import type { CommandContext } from '../command/command-context.ts';
import { type Statement, statement } from '../command/statement.ts';

export type TicketEventType = TicketEvent['type'];
export type AgentEventType = AgentEvent['type'];

/** The members of an event’s `data`, each with its SQL expression. */
export type EventData = Readonly<Record<string, string>>;

export const jsonObject = (members: EventData): string =>
  `json_object(${Object.entries(members)
    .map(([name, value]) => `'${name}', ${value}`)
    .join(', ')})`;

/**
 * Writes an event for each ticket that `where` finds. An event that takes a ticket from its agent goes before
 * the UPDATE that does it, and names in `data.status` the status that the ticket then gets.
 */
export const appendTicketEvents = <P extends CommandContext>(
  type: TicketEventType,
  options: {
    where: string;
    data?: EventData;
    /** The agent that the event is about. Default: the ticket’s agent. */
    agentId?: string;
  },
): Statement<P> => statement<P>`
  insert into events (type, at, change_id, subject_id, ticket_id, agent_id, actor_role, actor_id, data)
  select '${type}', :now, :changeId, tickets.id, tickets.id, ${options.agentId ?? 'tickets.agent_id'}, :actorRole, :actorId,
    ${jsonObject({ status: 'tickets.status', queueId: 'tickets.queue_id', roomId: 'tickets.room_id', ...options.data })}
  from tickets
  where ${options.where}
  on conflict (change_id, type, subject_id) do nothing`;

/** Writes an event for each ticket that this command has changed and `where` finds. */
export const appendChange = <P extends CommandContext>(
  type: TicketEventType,
  options: { where?: string; data?: EventData } = {},
): Statement<P> =>
  appendTicketEvents<P>(type, {
    ...options,
    where: `tickets.change_id = :changeId${options.where ? ` and ${options.where}` : ''}`,
  });

/** Writes an event for each agent that `where` finds. */
export const appendAgentEvents = <P extends CommandContext>(
  type: AgentEventType,
  options: { where: string; data?: EventData },
): Statement<P> => statement<P>`
  insert into events (type, at, change_id, subject_id, agent_id, actor_role, actor_id, data)
  select '${type}', :now, :changeId, agents.id, agents.id, :actorRole, :actorId,
    ${jsonObject({ status: 'agents.status', ...options.data })}
  from agents
  where ${options.where}
  on conflict (change_id, type, subject_id) do nothing`;
