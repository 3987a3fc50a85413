import { type Client, createClient, unwrap } from '@chat-ticket/client';
import { expect } from 'vitest';
import { issueToken } from '../../token.ts';
import type { Target } from '../../caller.ts';

/** A room that is open, with the tokens of the two who talk in it. */
export type StormRoom = { roomId: string; agentToken: string; customerToken: string };

/** As many chats, each with an agent of its own who has picked it. The desk must be empty. */
export async function openRooms({ baseUrl, secret }: Target, count: number) {
  const tokenOf = (role: 'agent' | 'service', sub: string) => issueToken({ secret, role, sub });
  const service = createClient({ baseUrl, token: await tokenOf('service', 'storm'), retries: 10 });
  const rooms: StormRoom[] = [];
  for (let n = 0; n < count; n++) {
    const agentID = `agent-${n}`;
    const email = `${agentID}@storm.example`;
    unwrap(await service.putAgent({ agentID, email, name: agentID, capacity: 1 }));
    const agentToken = await tokenOf('agent', agentID);
    const agent = createClient({ baseUrl, token: agentToken });
    unwrap(await agent.setOnline());
    const ticket = unwrap(await service.createTicket({ customer: { id: `customer-${n}` } }));
    expect(ticket.agentId, 'the only agent with room').toBe(agentID);
    unwrap(await agent.setPickedTime({ ticketID: ticket.id }));
    const { roomId } = ticket.metadata;
    const { token } = unwrap(await service.createRoomToken({ roomID: roomId }));
    rooms.push({ roomId, agentToken, customerToken: token });
  }
  return { service: service satisfies Client, rooms };
}
