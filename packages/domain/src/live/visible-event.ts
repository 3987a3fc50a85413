import { customerEvents, customerMessageKinds, type LiveEvent, type Visibility } from '@chat-ticket/contract';
import { type Principal, seesAllTickets } from '../principal/principal.ts';
import { visibleFields } from '../visibility/visible-fields.ts';

/** The numbers of an event in the room of a customer. They count only what customers get. */
export type NumbersForCustomers = {
  /** The position of the event. Null: customers do not get it. */
  readonly customerSeq: number | null;
  /** The `seq` of the message that was posted. */
  readonly customerMessageSeq: number | null;
};

/**
 * What the principal may see of an event: the event itself, a reduced copy, or null. A principal that sees all
 * tickets sees every event; an agent sees the events that concern it; a customer sees a part of the events of
 * its own room. A customer’s place in the queue is not an event: the hub sends it separately.
 *
 * @param forCustomers The numbers that the event got when it was written.
 */
export function visibleEvent(
  principal: Principal,
  event: LiveEvent,
  forCustomers: NumbersForCustomers,
): LiveEvent | null {
  if (seesAllTickets(principal)) return event;
  if (principal.role === 'agent') return concerns(principal.sub, event) ? event : null;
  if (principal.room === undefined || event.data['roomId'] !== principal.room) return null;
  return forCustomer(event, forCustomers);
}

/** Whether customers get an event of this type in their rooms. */
export const isForCustomers = (type: LiveEvent['type']): boolean => Object.hasOwn(customerEvents, type);

/** The agent’s own events, those of its tickets, and those that take a ticket from it. */
const concerns = (agentId: string, { data }: LiveEvent) =>
  data.agentId === agentId || data['fromAgentId'] === agentId;

const events: Readonly<Record<string, Visibility>> = customerEvents;

const kinds: readonly unknown[] = customerMessageKinds;

/** Every customer of a room gets the same. `seq` counts only what customers get, so that it shows nothing else. */
function forCustomer(
  { type, data }: LiveEvent,
  { customerSeq: seq, customerMessageSeq }: NumbersForCustomers,
): LiveEvent | null {
  const shown = events[type];
  const isHiddenKind = type === 'message.posted' && !kinds.includes(data['kind']);
  if (seq === null || shown === undefined || isHiddenKind) return null;
  const numbered = customerMessageSeq === null ? data : { ...data, seq: customerMessageSeq };
  return { seq, type, data: visibleFields(numbered, shown) } as LiveEvent;
}
