import type { Desk } from '../../open-desk.ts';
import { send } from '../room/message.ts';

/** The messages with a word that no other test uses. */
export async function messagesOfTest(desk: Desk) {
  const { customer, params } = await desk.assignedTicket();
  const word = `w${crypto.randomUUID().replaceAll('-', '')}`;
  return {
    client: await desk.signIn({ role: 'supervisor' }),
    options: { query: { q: word } },
    add: async () => (await send(customer, params, { text: word })).clientMessageId,
  };
}
