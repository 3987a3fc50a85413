import type { LiveEvent, TicketEvent } from '@chat-ticket/contract';

/** One printed line: who acted, and what happened. */
export type EventLine = { speaker: string; text: string };

const words: Partial<Record<TicketEvent['type'], (data: TicketEvent['data']) => string>> = {
  'ticket.created': () => 'created',
  'ticket.assigned': ({ agentId, fromAgentId }) =>
    fromAgentId ? `transferred by ${fromAgentId}, offered to ${agentId}` : `offered to ${agentId}`,
  'ticket.picked': ({ agentId }) => `picked by ${agentId}`,
  'ticket.declined': ({ agentId }) => `declined by ${agentId}`,
  'ticket.missed': ({ agentId }) => `missed by ${agentId}`,
  'ticket.returned': ({ agentId }) => `returned from ${agentId}`,
};

/** The line of an event of a ticket or its room; undefined for an event that is not printed. */
export function describeEvent(event: LiveEvent, customerName: string): EventLine | undefined {
  if (event.type === 'message.posted') {
    const { from, kind, text } = event.data;
    const speaker = from.role === 'customer' ? customerName : (from.id ?? from.role);
    return { speaker, text: `${kind === 'message' ? '' : `(${kind}) `}${text ?? ''}` };
  }
  if (!('status' in event.data) || !('ticketId' in event.data)) return undefined;
  const { data, type } = event as TicketEvent;
  return { speaker: 'desk', text: words[type]?.(data) ?? type.replaceAll(/[._]/g, ' ') };
}
