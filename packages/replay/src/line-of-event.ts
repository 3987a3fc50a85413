import type { LiveEvent, TicketEvent } from '@chat-ticket/contract';

/** A line of the story: who, and what. */
export type Line = { who: string; text: string };

const words: Partial<Record<TicketEvent['type'], (data: TicketEvent['data']) => string>> = {
  'ticket.created': () => 'taken in',
  'ticket.assigned': ({ agentId, fromAgentId }) =>
    fromAgentId ? `transferred by ${fromAgentId}, offered to ${agentId}` : `offered to ${agentId}`,
  'ticket.picked': ({ agentId }) => `picked by ${agentId}`,
  'ticket.declined': ({ agentId }) => `declined by ${agentId}`,
  'ticket.missed': ({ agentId }) => `not picked in time by ${agentId}`,
  'ticket.returned': ({ agentId }) => `taken back from ${agentId}`,
};

/** How the story tells an event of a ticket or its room; undefined for what it leaves out. */
export function lineOfEvent(event: LiveEvent, customerName: string): Line | undefined {
  if (event.type === 'message.posted') {
    const { from, kind, text } = event.data;
    const who = from.role === 'customer' ? customerName : from.id;
    return { who, text: `${kind === 'message' ? '' : `(${kind}) `}${text ?? ''}` };
  }
  if (!('status' in event.data) || !('ticketId' in event.data)) return undefined;
  const { data, type } = event as TicketEvent;
  return { who: 'desk', text: words[type]?.(data) ?? type.replaceAll(/[._]/g, ' ') };
}
