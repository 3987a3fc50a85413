import { customerEvents, type LiveEvent, type Visibility } from '@chat-ticket/contract';
import { type Principal, seesAllTickets } from '../principal/principal.ts';
import { visibleFields } from '../visibility/visible-fields.ts';

/**
 * What the principal may see of an event: the event itself, a reduced copy, or null. A principal that sees all
 * tickets sees every event; an agent sees the events that concern it; a customer sees a part of the events of
 * its own room. A customer’s place in the queue is not an event: the hub sends it separately.
 */
export function visibleEvent(principal: Principal, event: LiveEvent): LiveEvent | null {
  if (seesAllTickets(principal)) return event;
  if (principal.role === 'agent') return concerns(principal.sub, event) ? event : null;
  return principal.room !== undefined && event.data['roomId'] === principal.room ? forCustomer(event) : null;
}

/** The agent’s own events, those of its tickets, and those that take a ticket from it. */
const concerns = (agentId: string, { data }: LiveEvent) =>
  data.agentId === agentId || data['fromAgentId'] === agentId;

const events: Readonly<Record<string, Visibility>> = customerEvents;

function forCustomer({ seq, type, data }: LiveEvent): LiveEvent | null {
  const shown = events[type];
  if (shown === undefined || data['kind'] === 'note') return null;
  return { seq, type, data: visibleFields(data, shown) } as LiveEvent;
}
