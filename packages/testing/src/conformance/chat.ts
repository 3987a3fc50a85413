import type { Message, SendMessageParam } from '@chat-ticket/contract';
import type { Caller } from '../caller.ts';
import type { Desk } from '../desk.ts';

/** An agent and a customer in one room. */
export const openChat = async (desk: Desk) => {
  const { agent, ticket, params } = await desk.assignment();
  const customer = await desk.person({
    role: 'customer',
    sub: ticket.customer.id,
    room: ticket.metadata.roomId,
  });
  return { agent, customer, ticket, params };
};

export const messageOf = (over: Partial<SendMessageParam> = {}) => ({
  clientMessageId: crypto.randomUUID(),
  text: 'hello',
  ...over,
});

export const say = (
  person: Caller,
  params: { roomID: string },
  over: Partial<SendMessageParam> = {},
): Promise<Message> => person.ok('sendMessage', 201, { params, json: messageOf(over) });
