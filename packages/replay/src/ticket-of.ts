import type { CreateTicketParam } from '@chat-ticket/contract';
import type { Conversation } from './parse-conversations.ts';

/** The ticket as which a backend takes the conversation in. */
export function ticketOf({ convo_id: convoId, scenario, original }: Conversation): CreateTicketParam {
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
    metadata: { ccr: reasonOf(scenario), ...(orderId ? { orderId } : {}) },
    content: {
      subject: original.find(([speaker]) => speaker === 'customer')?.[1] ?? reasonOf(scenario),
      convoId,
    },
  };
}

export const reasonOf = ({ flow, subflow }: Conversation['scenario']): string =>
  `${flow} - ${subflow}`.replaceAll('_', ' ');
