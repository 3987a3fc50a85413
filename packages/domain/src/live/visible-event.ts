import type { LiveEvent } from '@chat-ticket/contract';
import { type Principal, seesAllTickets } from '../principal/principal.ts';

/**
 * What of an event the principal is told: the event itself, a part of it, or null. Who sees the whole desk hears
 * everything; an agent what concerns it; a customer what happens in its own room. A place in the queue is
 * no event: it is told beside them.
 */
export function visibleEvent(principal: Principal, event: LiveEvent): LiveEvent | null {
  if (seesAllTickets(principal)) return event;
  if (principal.role === 'agent') return concerns(principal.sub, event) ? event : null;
  return principal.room !== undefined && event.data['roomId'] === principal.room ? forCustomer(event) : null;
}

/** Its own, those of tickets it has, and those that take one from it. */
const concerns = (agentId: string, { data }: LiveEvent) =>
  data.agentId === agentId || data['fromAgentId'] === agentId;

const ticketFields = ['timestamp', 'ticketId', 'roomId', 'status'] as const;
const messageFields = [
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

// By name, so that a field that comes later stays inside until somebody decides otherwise.
function forCustomer(event: LiveEvent): LiveEvent | null {
  switch (event.type) {
    case 'message.posted':
      return event.data.kind === 'note' ? null : only(event, messageFields);
    case 'room.closed':
    case 'ticket.assigned':
    case 'ticket.closed':
      return only(event, ticketFields);
    default:
      return null;
  }
}

const only = ({ seq, type, data }: LiveEvent, fields: readonly string[]) =>
  ({
    seq,
    type,
    data: Object.fromEntries(Object.entries(data).filter(([name]) => fields.includes(name))),
  }) as LiveEvent;
