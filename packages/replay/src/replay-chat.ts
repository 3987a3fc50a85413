import { unwrap } from '@chat-ticket/client';
import type { TicketRecord } from '@chat-ticket/contract';
import { type Act, handOver, playOffer } from './acts.ts';
import type { Cast } from './cast.ts';
import { findHolder, type Holder } from './find-holder.ts';
import type { Narrator } from './narrator.ts';
import { openTalk, type Talk } from './open-talk.ts';
import type { Conversation } from './parse-conversations.ts';
import { isProblem, type Problem } from './problem.ts';
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
  /** In what somebody saw another transcript than the database has. */
  differences: string[];
  problem?: Problem;
};

export type ReplayChatOptions = {
  act: Act;
  idempotencyKey: string;
  patienceMs: number;
  /** How many times as fast as people would. */
  speed: number;
  narrator: Narrator;
  signal: AbortSignal | undefined;
};

/** How long a chat may wait for its first agent. */
const assignMs = 5_000;

/** Takes a chat in as the backend, and plays it as its customer and as the agents who get it, to its end. */
export async function replayChat(
  cast: Cast,
  conversation: Conversation,
  options: ReplayChatOptions,
): Promise<ReplayedChat> {
  const { narrator } = options;
  const chat: ReplayedChat = { conversation, times: {}, way: '', wasOpen: false, differences: [] };
  narrator.begin(conversation);
  try {
    await play(cast, chat, options);
  } catch (error) {
    if (!isProblem(error)) throw error;
    chat.problem = error;
    narrator.tell(`failed: ${error.detail}`);
  }
  return chat;
}

async function play(cast: Cast, chat: ReplayedChat, options: ReplayChatOptions): Promise<void> {
  const { act, idempotencyKey, narrator } = options;
  const { conversation } = chat;
  const startedAt = performance.now();
  const reach = (step: Step) => (chat.times[step] = performance.now() - startedAt);

  const taken = await cast.backend.createTicket({ ...ticketOf(conversation), idempotencyKey });
  const { id: ticketID, status } = unwrap(taken);
  narrator.follow(ticketID);
  chat.wasOpen = taken.status === 200;
  chat.status = status;
  reach('taken in');

  const first = await findHolder(cast, ticketID, { ...options, patienceMs: assignMs });
  if (!first) return narrator.tell('nobody has room for it');
  reach('assigned');
  if (act === 'miss') narrator.tell(`${first.agentId} leaves the offer alone`);
  const { holder, way } = await playOffer(cast, act, first, options);
  chat.way = way;
  if (holder && holder !== first) reach('assigned');

  const { roomId: roomID, isChatRoomClosed } = first.held.metadata;
  const talk = isChatRoomClosed ? undefined : await openTalk(cast, conversation, roomID, options);
  try {
    const last = talk ? await talkWith(talk, holder) : holder;
    if (!last) {
      chat.status = unwrap(await cast.backend.getTicket({ ticketID })).status;
      return;
    }
    chat.agentId = last.agentId;
    unwrap(await last.agent.closeRoom({ roomID }));
    reach('room closed');
    chat.status = unwrap(await last.agent.closeTicket({ ticketID })).status;
    reach('closed');
    await narrator.sawItClosed();
    const verdict = await talk?.compare();
    chat.differences = verdict?.differences ?? [];
    for (const text of verdict?.differences ?? []) narrator.tell(text);
    if (verdict?.differences.length === 0) narrator.tell(verdict.sentence);
  } finally {
    talk?.close();
  }

  async function talkWith(inRoom: Talk, agent: Holder | undefined): Promise<Holder | undefined> {
    if (!agent) return undefined;
    const turns = conversation.original.length;
    const half = act === 'transfer' ? Math.ceil(turns / 2) : turns;
    await pick(inRoom, agent);
    await inRoom.say(0, half);
    if (act !== 'transfer') return agent;
    const given = await handOver(cast, agent, options);
    chat.way = given.way;
    if (!given.holder) return undefined;
    if (given.holder !== agent) {
      reach('assigned');
      await pick(inRoom, given.holder);
    }
    await inRoom.say(half, turns);
    return given.holder;
  }

  async function pick(inRoom: Talk, agent: Holder): Promise<void> {
    unwrap(await agent.agent.setPickedTime({ ticketID }));
    reach('picked');
    await inRoom.join(agent);
  }
}
