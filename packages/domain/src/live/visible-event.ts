import type { LiveEvent } from '@chat-ticket/contract';
import { type Principal, seesAllTickets } from '../principal/principal.ts';

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

const customerTicketFields = ['timestamp', 'ticketId', 'roomId', 'status'] as const;
const customerMessageFields = [
  'timestamp',
  'ticketId',
  'roomId',
  'seq',
  'kind',
  'from',
  'text',
  'attachments',
  'timestampMs',
] as const;

// Fields are listed by name, so that a new field stays hidden from customers until somebody adds it here.
function forCustomer(event: LiveEvent): LiveEvent | null {
  switch (event.type) {
    case 'message.posted':
      return event.data.kind === 'note' ? null : pick(event, customerMessageFields);
    case 'room.closed':
    case 'ticket.assigned':
    case 'ticket.closed':
      return pick(event, customerTicketFields);
    default:
      return null;
  }
}

const pick = ({ seq, type, data }: LiveEvent, fields: readonly string[]) =>
  ({
    seq,
    type,
    data: Object.fromEntries(Object.entries(data).filter(([name]) => fields.includes(name))),
  }) as LiveEvent;
