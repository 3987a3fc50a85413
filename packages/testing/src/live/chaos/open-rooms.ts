import { type Client, createClient, unwrap } from '@chat-ticket/client';
import { expect } from 'vitest';
import { issueToken } from '../../issue-token.ts';
import type { Target } from '../../test-client.ts';

/** An open room and the tokens of its agent and its customer. */
export type ChaosRoom = { roomId: string; agentToken: string; customerToken: string };

/** Creates `count` chats. A different agent picks each of them. The desk must be empty. */
export async function openRooms({ baseUrl, secret }: Target, count: number) {
  const tokenOf = (role: 'agent' | 'service', sub: string) => issueToken({ secret, role, sub });
  const service = createClient({ baseUrl, token: await tokenOf('service', 'chaos'), retries: 10 });
  const rooms: ChaosRoom[] = [];
  for (let n = 0; n < count; n++) {
    const agentID = `agent-${n}`;
    const email = `${agentID}@chaos.example`;
    unwrap(await service.putAgent({ agentID, email, name: agentID, capacity: 1 }));
    const agentToken = await tokenOf('agent', agentID);
    const agent = createClient({ baseUrl, token: agentToken });
    unwrap(await agent.setOnline());
    const ticket = unwrap(await service.createTicket({ customer: { id: `customer-${n}` } }));
    expect(ticket.agentId, 'the only agent with capacity').toBe(agentID);
    unwrap(await agent.setPickedTime({ ticketID: ticket.id }));
    const { roomId } = ticket.metadata;
    const { token } = unwrap(await service.createRoomToken({ roomID: roomId }));
    rooms.push({ roomId, agentToken, customerToken: token });
  }
  return { service: service satisfies Client, rooms };
}
