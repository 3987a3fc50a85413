import type { CreateTicketParam } from '@chat-ticket/contract';
import type { Conversation } from './parse-conversations.ts';

/** The ticket that a backend creates for a conversation. */
export function ticketParams({ convo_id: convoId, scenario, original }: Conversation): CreateTicketParam {
  const { customer_name: name, username } = scenario.personal;
  const [firstName = name, ...lastNames] = name.split(/\s+/);
  const orderId = scenario.order.order_id;
  return {
    customer: {
      id: username || name.toLowerCase().replaceAll(/\s+/g, '-'),
      name,
      firstName,
      ...(lastNames.length > 0 ? { lastName: lastNames.join(' ') } : {}),
    },
    metadata: { ccr: contactReason(scenario), ...(orderId ? { orderId } : {}) },
    content: {
      subject: original.find(([speaker]) => speaker === 'customer')?.[1] ?? contactReason(scenario),
      convoId,
    },
  };
}

export const contactReason = ({ flow, subflow }: Conversation['scenario']): string =>
  `${flow} - ${subflow}`.replaceAll('_', ' ');
