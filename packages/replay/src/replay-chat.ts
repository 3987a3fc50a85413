import { unwrap } from '@chat-ticket/client';
import type { TicketRecord } from '@chat-ticket/contract';
import type { EventPrinter } from './event-printer.ts';
import { isReplayFailure, type ReplayFailure } from './failure.ts';
import { type Assignee, findAssignee } from './find-assignee.ts';
import type { Conversation } from './parse-conversations.ts';
import type { Participants } from './participants.ts';
import { openRoomSession, type RoomSession } from './room-session.ts';
import { ticketParams } from './ticket-params.ts';
import { playOffer, transferChat, type Variant } from './variant.ts';

export type Step = 'created' | 'assigned' | 'picked' | 'room closed' | 'closed';

export type ReplayedChat = {
  conversation: Conversation;
  /** The agent that closed the chat. */
  agentId?: string;
  /** When the desk last answered each step, in ms from the start of the chat. */
  times: Partial<Record<Step, number>>;
  /** How the chat reached its agent, in words. */
  route: string;
  /** Whether an earlier run created the ticket and left it open. */
  wasOpen: boolean;
  /** The last status of the ticket; undefined if the desk did not create it. */
  status?: TicketRecord['status'];
  /** A sentence for each participant whose transcript differs from the database’s. */
  differences: string[];
  failure?: ReplayFailure;
};

export type ReplayChatOptions = {
  variant: Variant;
  idempotencyKey: string;
  /** How long an offer may stay unpicked until the replay picks it, in ms. */
  patienceMs: number;
  /** How many times as fast as people write. */
  speed: number;
  printer: EventPrinter;
  signal: AbortSignal | undefined;
};

/** How long a chat may wait for its first agent, in ms. */
const assignTimeoutMs = 5_000;

/** Creates the ticket of a chat as the backend, and plays the chat as its customer and agents until it is closed. */
export async function replayChat(
  participants: Participants,
  conversation: Conversation,
  options: ReplayChatOptions,
): Promise<ReplayedChat> {
  const { printer } = options;
  const chat: ReplayedChat = { conversation, times: {}, route: '', wasOpen: false, differences: [] };
  printer.startChat(conversation);
  try {
    await play(participants, chat, options);
  } catch (error) {
    if (!isReplayFailure(error)) throw error;
    chat.failure = error;
    printer.print(`failed: ${error.detail}`);
  }
  return chat;
}

async function play(
  participants: Participants,
  chat: ReplayedChat,
  options: ReplayChatOptions,
): Promise<void> {
  const { idempotencyKey, printer, variant } = options;
  const { conversation } = chat;
  const startedAt = performance.now();
  const complete = (step: Step) => (chat.times[step] = performance.now() - startedAt);

  const created = await participants.backend.createTicket({ ...ticketParams(conversation), idempotencyKey });
  const { id: ticketID, status } = unwrap(created);
  printer.setTicket(ticketID);
  chat.wasOpen = created.status === 200;
  chat.status = status;
  complete('created');

  const first = await findAssignee(participants, ticketID, { ...options, patienceMs: assignTimeoutMs });
  if (!first) return printer.print('no agent has capacity for the ticket');
  complete('assigned');
  if (variant === 'miss') printer.print(`${first.agentId} does not pick the offer`);
  const { assignee, route } = await playOffer(participants, variant, first, options);
  chat.route = route;
  if (assignee && assignee !== first) complete('assigned');

  const { roomId: roomID, isChatRoomClosed } = first.ticket.metadata;
  const session = isChatRoomClosed
    ? undefined
    : await openRoomSession(participants, conversation, roomID, options);
  try {
    const last = session ? await playTurns(session, assignee) : assignee;
    if (!last) {
      chat.status = unwrap(await participants.backend.getTicket({ ticketID })).status;
      return;
    }
    chat.agentId = last.agentId;
    unwrap(await last.agent.closeRoom({ roomID }));
    complete('room closed');
    chat.status = unwrap(await last.agent.closeTicket({ ticketID })).status;
    complete('closed');
    await printer.waitForClose();
    const check = await session?.checkTranscripts();
    chat.differences = check?.differences ?? [];
    for (const difference of chat.differences) printer.print(difference);
    if (check?.differences.length === 0) printer.print(check.sentence);
  } finally {
    session?.close();
  }

  async function playTurns(room: RoomSession, current: Assignee | undefined): Promise<Assignee | undefined> {
    if (!current) return undefined;
    const turns = conversation.original.length;
    const half = variant === 'transfer' ? Math.ceil(turns / 2) : turns;
    await pick(room, current);
    await room.sendTurns(0, half);
    if (variant !== 'transfer') return current;
    const transferred = await transferChat(participants, current, options);
    chat.route = transferred.route;
    if (!transferred.assignee) return undefined;
    if (transferred.assignee !== current) {
      complete('assigned');
      await pick(room, transferred.assignee);
    }
    await room.sendTurns(half, turns);
    return transferred.assignee;
  }

  async function pick(room: RoomSession, current: Assignee): Promise<void> {
    unwrap(await current.agent.setPickedTime({ ticketID }));
    complete('picked');
    await room.join(current);
  }
}
