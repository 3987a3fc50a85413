import { createClient, unwrap } from '@chat-ticket/client';

const desk = createClient({
  baseUrl: process.env.CHAT_TICKET_URL ?? 'http://127.0.0.1:8787',
  token: process.env.CHAT_TICKET_TOKEN ?? '', // the token of the `curl` line
});
for (const ticket of unwrap(await desk.listTickets())) {
  const picked = await desk.setPickedTime({ ticketID: ticket.id });
  if (picked.ok) console.log(ticket.id, 'picked at', picked.data.metadata.pickedTimestamp);
  else console.error(picked.error.code, picked.error.detail);
}
desk.live({
  onReset: () => {},
  onEvent: ({ seq, type, data }) => console.log(seq, type, data),
  onState: (state, interruption) => console.error(state, interruption?.detail ?? ''),
});
