import { customerEvents, customerMessageKinds, type LiveEvent, type Visibility } from '@chat-ticket/contract';
import { type Principal, seesAllTickets } from '../principal/principal.ts';
import { visibleFields } from '../visibility/visible-fields.ts';

/**
 * What the principal may see of an event: the event itself, a reduced copy, or null. A principal that sees all
 * tickets sees every event; an agent sees the events that concern it; a customer sees a part of the events of
 * its own room. A customer’s place in the queue is not an event: the hub sends it separately.
 *
 * @param customerSeq The position that the event got for customers when it was written; null: it got none.
 */
export function visibleEvent(
  principal: Principal,
  event: LiveEvent,
  customerSeq: number | null,
): LiveEvent | null {
  if (seesAllTickets(principal)) return event;
  if (principal.role === 'agent') return concerns(principal.sub, event) ? event : null;
  if (principal.room === undefined || event.data['roomId'] !== principal.room) return null;
  return customerSeq === null ? null : forCustomer(event, customerSeq);
}

/** Whether customers get an event of this type in their rooms. */
export const isForCustomers = (type: LiveEvent['type']): boolean => Object.hasOwn(customerEvents, type);

/** The agent’s own events, those of its tickets, and those that take a ticket from it. */
const concerns = (agentId: string, { data }: LiveEvent) =>
  data.agentId === agentId || data['fromAgentId'] === agentId;

const events: Readonly<Record<string, Visibility>> = customerEvents;

const kinds: readonly unknown[] = customerMessageKinds;

/** Every customer of a room gets the same. `seq` counts only what customers get, so that it shows nothing else. */
function forCustomer({ type, data }: LiveEvent, seq: number): LiveEvent | null {
  const shown = events[type];
  if (shown === undefined || (type === 'message.posted' && !kinds.includes(data['kind']))) return null;
  return { seq, type, data: visibleFields(data, shown) } as LiveEvent;
}
