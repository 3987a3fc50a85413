import type { AgentEvent, TicketEvent } from '@chat-ticket/contract';
import type { CommandContext } from '../command/command-context.ts';
import { type Bindable, type Statement, statement } from '../command/statement.ts';
import { nextCustomerSeq } from '../sql/customer-seq.ts';

/** The type of an event about a ticket, such as `ticket.picked`. */
export type TicketEventType = TicketEvent['type'];
/** The type of an event about an agent, such as `agent.status_changed`. */
export type AgentEventType = AgentEvent['type'];

/** The members of an event’s `data`, each with its SQL expression. */
export type EventData = Readonly<Record<string, string>>;

const jsonObject = (members: EventData): string =>
  `json_object(${Object.entries(members)
    .map(([name, value]) => `'${name}', ${value}`)
    .join(', ')})`;

/**
 * Writes an event for each ticket that `where` finds. If the command takes the ticket from its agent, this step must
 * precede that UPDATE, because afterwards the row no longer names the agent. Its `data.status` is then the status that
 * the UPDATE sets.
 */
export const appendTicketEvents = <P extends CommandContext & Bindable<P>>(
  type: TicketEventType,
  options: {
    where: string;
    data?: EventData;
    /** The agent that the event is about. Default: the ticket’s agent. */
    agentId?: string;
  },
): Statement<P> => statement<P>`
  insert into events (type, at, change_id, subject_id, ticket_id, agent_id, actor_role, actor_id, customer_seq, data)
  select '${type}', :now, :changeId, tickets.id, tickets.id, ${options.agentId ?? 'tickets.agent_id'}, :actorRole, :actorId,
    ${nextCustomerSeq(type)},
    ${jsonObject({ status: 'tickets.status', queueId: 'tickets.queue_id', roomId: 'tickets.room_id', ...options.data })}
  from tickets
  where ${options.where}
  on conflict (change_id, type, subject_id) do nothing`;

/** Writes an event for each ticket that this command has changed and that `where` finds. */
export const appendChange = <P extends CommandContext & Bindable<P>>(
  type: TicketEventType,
  options: { where?: string; data?: EventData } = {},
): Statement<P> =>
  appendTicketEvents<P>(type, {
    ...options,
    where: `tickets.change_id = :changeId${options.where ? ` and ${options.where}` : ''}`,
  });

/** Writes an event for each agent that `where` finds. */
export const appendAgentEvents = <P extends CommandContext & Bindable<P>>(
  type: AgentEventType,
  options: { where: string; data?: EventData },
): Statement<P> => statement<P>`
  insert into events (type, at, change_id, subject_id, agent_id, actor_role, actor_id, data)
  select '${type}', :now, :changeId, agents.id, agents.id, :actorRole, :actorId,
    ${jsonObject({ status: 'agents.status', ...options.data })}
  from agents
  where ${options.where}
  on conflict (change_id, type, subject_id) do nothing`;
