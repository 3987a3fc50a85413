import { unwrap } from '@chat-ticket/client';
import type { SignIn } from '../config/create-sign-in.ts';
import { demoAgents } from './demo-agents.ts';
import { demoChats } from './demo-chats.ts';

/** Creates the demo agents and chats through the API, so that they obey every rule of the desk. */
export async function createDemoDesk(signIn: SignIn): Promise<void> {
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
        // Two processes that start on one database create each chat once.
        idempotencyKey: `demo-${index + 1}`,
      }),
    );
    if (!progress || ticket.agentId === undefined) continue;
    const agent = signIn({ sub: ticket.agentId, role: 'agent' });
    unwrap(await agent.setPickedTime({ ticketID: ticket.id }));
    if (progress === 'wrap-up') unwrap(await agent.closeRoom({ roomID: ticket.metadata.roomId }));
  }
}
