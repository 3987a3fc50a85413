import { ChatTicketError, unwrap } from '@chat-ticket/client';
import type { TicketRecord } from '@chat-ticket/contract';
import { type Act, play } from './acts.ts';
import type { Cast } from './cast.ts';
import { findHolder } from './find-holder.ts';
import type { Conversation } from './parse-conversations.ts';
import { ticketOf } from './ticket-of.ts';

export type Step = 'taken in' | 'assigned' | 'picked' | 'room closed' | 'closed';

export type ReplayedChat = {
  conversation: Conversation;
  /** Who has it in the end. */
  agentId?: string;
  /** When each step had last been answered, in ms from the start of the chat. */
  times: Partial<Record<Step, number>>;
  /** How it came to its agent, in words. */
  way: string;
  /** An earlier run had taken it in, and had not come to its end. */
  wasOpen: boolean;
  /** How the ticket stood in the end; undefined when it never came to be. */
  status?: TicketRecord['status'];
  problem?: ChatTicketError;
};

/** How long a chat may wait for its first agent. */
const assignMs = 5_000;

/** Takes a chat in as the backend, plays its act, and picks and closes it as the agent that has it then. */
export async function replayChat(
  cast: Cast,
  conversation: Conversation,
  options: { act: Act; idempotencyKey: string; patienceMs: number },
): Promise<ReplayedChat> {
  const { act, idempotencyKey, patienceMs } = options;
  const startedAt = performance.now();
  const chat: ReplayedChat = { conversation, times: {}, way: '', wasOpen: false };
  const reach = (step: Step) => (chat.times[step] = performance.now() - startedAt);
  try {
    const taken = await cast.backend.createTicket({ ...ticketOf(conversation), idempotencyKey });
    const { id: ticketID, status } = unwrap(taken);
    chat.wasOpen = taken.status === 200;
    chat.status = status;
    reach('taken in');

    const first = await findHolder(cast, ticketID, assignMs);
    if (!first) return chat;
    reach('assigned');
    const { holder, way } = await play(cast, act, first, patienceMs);
    chat.way = way;
    if (!holder) {
      chat.status = unwrap(await cast.backend.getTicket({ ticketID })).status;
      return chat;
    }
    const { agent, agentId, held } = holder;
    chat.agentId = agentId;
    if (holder !== first) reach('assigned');
    const { roomId, isChatRoomClosed } = held.metadata;
    if (!isChatRoomClosed) {
      unwrap(await agent.setPickedTime({ ticketID }));
      reach('picked');
    }
    unwrap(await agent.closeRoom({ roomID: roomId }));
    reach('room closed');
    chat.status = unwrap(await agent.closeTicket({ ticketID })).status;
    reach('closed');
  } catch (error) {
    if (!(error instanceof ChatTicketError)) throw error;
    chat.problem = error;
  }
  return chat;
}
