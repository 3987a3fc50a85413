// Serves chats as an agent: picks each ticket, greets, answers each message, and closes the ticket on “bye”.
import { createClient, unwrap } from '@chat-ticket/client';

const desk = createClient({
  baseUrl: process.env.CHAT_TICKET_URL ?? 'http://127.0.0.1:8787',
  token: process.env.CHAT_TICKET_TOKEN ?? '', // of the role `agent`
});

type Message = { seq: number; from: { role: string }; text?: string | null };

/** Does what a ticket needs. Every call is safe to repeat, so it does not matter what an earlier run has done. */
async function serve(ticketID: string, roomID: string) {
  const picked = await desk.setPickedTime({ ticketID });
  if (!picked.ok) return console.log(ticketID, picked.error.detail);
  const text = 'Hello! I am a program. I repeat what you write. Write “bye” to close the chat.';
  await desk.sendMessage({ roomID, clientMessageId: 'greeting', text });
  const { messages } = unwrap(await desk.listMessages({ roomID }));
  for (const message of messages) await answer(ticketID, roomID, message);
}

/** The id of the reply belongs to the message, so a message gets one reply even if it is answered twice. */
async function answer(ticketID: string, roomID: string, { seq, from, text }: Message) {
  if (from.role !== 'customer' || !text) return;
  const reply = await desk.sendMessage({
    roomID,
    clientMessageId: `reply-to-${seq}`,
    text: `You wrote: ${text}`,
  });
  if (!reply.ok) console.log(ticketID, reply.error.detail);
  if (text.toLowerCase() === 'bye') await desk.closeTicket({ ticketID });
}

unwrap(await desk.setOnline());
console.log('The bot is online.');

const live = desk.live({
  onReset: async () => {
    for (const { id, metadata } of unwrap(await desk.listTickets())) await serve(id, metadata.roomId);
  },
  onEvent: ({ type, data }) => {
    if (type === 'ticket.assigned') serve(data.ticketId, data.roomId).catch(console.error);
    if (type === 'message.posted') answer(data.ticketId, data.roomId, data).catch(console.error);
  },
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    live.close();
    void desk.setOffline();
  });
