import { unwrap } from '@chat-ticket/client';
import type { SignIn } from '../config/create-sign-in.ts';
import { demoAgents } from './demo-agents.ts';
import { demoChats } from './demo-chats.ts';

/** Brings the agents in and the chats to them, all through the API, so that every rule holds for them. */
export async function makeDemoDesk(signIn: SignIn): Promise<void> {
  const backend = signIn({ sub: 'demo', role: 'service' });
  for (const { id, status, ...record } of demoAgents) {
    unwrap(await backend.putAgent({ agentID: id, ...record }));
    unwrap(await signIn({ sub: id, role: 'agent' }).setStatus({ status }));
  }
  for (const [index, { customer, messages, progress, subject, ...metadata }] of demoChats.entries()) {
    const [id, firstName, lastName] = customer;
    const ticket = unwrap(
      await backend.createTicket({
        metadata,
        customer: { id, firstName, lastName, name: `${firstName} ${lastName}` },
        content: { subject, messages: messages.map((text) => ({ from: 'customer', text })) },
        // Of two starts on one database each chat is still taken in once.
        idempotencyKey: `demo-${index + 1}`,
      }),
    );
    if (!progress || ticket.agentId === undefined) continue;
    const agent = signIn({ sub: ticket.agentId, role: 'agent' });
    unwrap(await agent.setPickedTime({ ticketID: ticket.id }));
    if (progress === 'wrap-up') unwrap(await agent.closeRoom({ roomID: ticket.metadata.roomId }));
  }
}
