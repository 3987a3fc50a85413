import { setTimeout as sleep } from 'node:timers/promises';
import { ChatTicketError, type Client, unwrap } from '@chat-ticket/client';
import type { Ticket, TicketRecord } from '@chat-ticket/contract';
import type { Conversation } from './parse-conversations.ts';
import { ticketOf } from './ticket-of.ts';

export type Step = 'taken in' | 'assigned' | 'picked' | 'room closed' | 'closed';

export type ReplayedChat = {
  conversation: Conversation;
  agentId?: string;
  /** When each step had been answered, in ms from the start of the chat. */
  times: Partial<Record<Step, number>>;
  /** An earlier run had taken it in, and had not come to its end. */
  wasOpen: boolean;
  /** How the ticket stood in the end; undefined when it never came to be. */
  status?: TicketRecord['status'];
  problem?: ChatTicketError;
};

/** Who acts at the desk. */
export type Cast = { backend: Client; agent(id: string): Client };

const patienceMs = 5_000;
const pollMs = 200;

/** Takes a chat in as the backend, then picks and closes it as the agent that has got it. */
export async function replayChat(
  cast: Cast,
  conversation: Conversation,
  idempotencyKey: string,
): Promise<ReplayedChat> {
  const startedAt = performance.now();
  const chat: ReplayedChat = { conversation, times: {}, wasOpen: false };
  const reach = (step: Step) => (chat.times[step] = performance.now() - startedAt);
  try {
    const taken = await cast.backend.createTicket({ ...ticketOf(conversation), idempotencyKey });
    const ticket = unwrap(taken);
    chat.wasOpen = taken.status === 200;
    chat.status = ticket.status;
    reach('taken in');

    const holding = await findHolder(cast, ticket);
    if (!holding) return chat;
    const { agent, agentId, held } = holding;
    chat.agentId = agentId;
    reach('assigned');
    const { roomId, isChatRoomClosed } = held.metadata;
    if (!isChatRoomClosed) {
      unwrap(await agent.setPickedTime({ ticketID: ticket.id }));
      reach('picked');
    }
    unwrap(await agent.closeRoom({ roomID: roomId }));
    reach('room closed');
    chat.status = unwrap(await agent.closeTicket({ ticketID: ticket.id })).status;
    reach('closed');
  } catch (error) {
    if (!(error instanceof ChatTicketError)) throw error;
    chat.problem = error;
  }
  return chat;
}

/** The agent that has the ticket, as its own list of tickets says; waits for one for a while. */
async function findHolder(
  { backend, agent: signIn }: Cast,
  ticket: TicketRecord,
): Promise<{ agent: Client; agentId: string; held: Ticket } | undefined> {
  const deadline = performance.now() + patienceMs;
  for (let { agentId } = ticket; ; { agentId } = unwrap(await backend.getTicket({ ticketID: ticket.id }))) {
    if (agentId !== undefined) {
      const agent = signIn(agentId);
      const held = unwrap(await agent.listTickets()).find(({ id }) => id === ticket.id);
      if (held) return { agent, agentId, held };
    }
    if (performance.now() > deadline) return undefined;
    await sleep(pollMs);
  }
}
