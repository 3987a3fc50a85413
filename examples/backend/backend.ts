// Creates a ticket for each chat of chats.json, then follows the tickets until all are closed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createClient, type Live, unwrap } from '@chat-ticket/client';

const desk = createClient({
  baseUrl: process.env.CHAT_TICKET_URL ?? 'http://127.0.0.1:8787',
  token: process.env.CHAT_TICKET_TOKEN ?? '', // of the role `service`
});

type Chat = { id: string; customer: { id: string; name: string }; orderId: string; subject: string };
const chats: Chat[] = JSON.parse(readFileSync('chats.json', 'utf8'));

/** The chat of each open ticket, by ticket id. */
const open = new Map<string, Chat>();
let live: Live | undefined;

for (const chat of chats) {
  const { id, customer, orderId, subject } = chat;
  // The key makes the call safe to repeat. After a crash, the same key returns the same ticket.
  const created = await desk.createTicket({
    idempotencyKey: id,
    customer,
    metadata: { orderId },
    content: { subject },
  });
  const ticket = unwrap(created);
  open.set(ticket.id, chat);
  update(ticket.id, ticket.status);
}

function update(ticketId: string, status: string) {
  const chat = open.get(ticketId);
  if (!chat) return;
  console.log(chat.id, status);
  if (status === 'CLOSED') open.delete(ticketId);
  if (open.size === 0) live?.close();
}

// Here the position is in a file. Store yours with what you made of the event, in one transaction.
const positionFile = 'position.txt';
const position = existsSync(positionFile) ? Number(readFileSync(positionFile, 'utf8')) : undefined;

if (open.size > 0)
  live = desk.live({
    resumeFrom: position,
    onReset: async () => {
      for (const ticketID of open.keys()) update(ticketID, unwrap(await desk.getTicket({ ticketID })).status);
    },
    onEvent: ({ seq, type, data }) => {
      if (type === 'ticket.assigned' || type === 'ticket.picked' || type === 'ticket.closed')
        update(data.ticketId, data.status);
      if (type === 'message.posted' && open.has(data.ticketId))
        console.log(open.get(data.ticketId)?.id, `${data.from.role}: ${data.text}`);
      writeFileSync(positionFile, String(seq));
    },
    onState: (state, interruption) => {
      console.log('live channel:', state);
      if (interruption) console.log(interruption.detail);
    },
  });
