import { unwrap } from '@chat-ticket/client';
import type { TicketRecord } from '@chat-ticket/contract';
import { type Assignee, findAssignee, type WaitOptions } from './find-assignee.ts';
import type { Participants } from './participants.ts';

/**
 * How the replay plays a chat: the agent picks the offer (`plain`), declines it, misses it, or transfers the chat
 * after half of its turns.
 */
export type Variant = 'plain' | 'decline' | 'miss' | 'transfer';

const order: readonly Variant[] = ['decline', 'miss', 'transfer', 'plain'];

/** The variant of the chat at this index of the file. */
export const variantOfChat = (index: number): Variant => order[index % order.length]!;

export type Assignment = {
  /** How the chat reached its agent, in words. */
  route: string;
  /** The agent that has the chat; undefined while the chat waits. */
  assignee?: Assignee | undefined;
};

type PlayVariant = (participants: Participants, first: Assignee, options: WaitOptions) => Promise<Assignment>;

const assignedTo = (assignee: Assignee | undefined, before?: string): Assignment => ({
  route: [...(before ? [before] : []), ...(assignee ? [`assigned to ${assignee.agentId}`] : [])].join(', '),
  assignee,
});

const playVariant: Record<Exclude<Variant, 'transfer'>, PlayVariant> = {
  plain: async (_, first) => assignedTo(first),

  decline: async (participants, { agent, agentId, record }, options) => {
    unwrap(await agent.declineTicket({ ticketID: record.id, note: 'Declined by the replay.' }));
    return assignedTo(await findAssignee(participants, record.id, options), `declined by ${agentId}`);
  },

  miss: async (participants, { agentId, record }, options) => {
    // The offer may return to the same agent, with a new deadline.
    const isNextOffer = (now: TicketRecord) =>
      now.agentId !== agentId || now.pickByTimestamp !== record.pickByTimestamp;
    const next = await findAssignee(participants, record.id, options, isNextOffer);
    if (next) return assignedTo(next, `missed by ${agentId}`);
    const current = await findAssignee(participants, record.id, { ...options, patienceMs: 0 });
    return assignedTo(current, `not picked for ${options.patienceMs / 1000} s`);
  },
};

/** Plays a variant up to the pick. A chat that an earlier run has already picked stays with its agent. */
export function playOffer(
  participants: Participants,
  variant: Variant,
  first: Assignee,
  options: WaitOptions,
): Promise<Assignment> {
  const { isChatRoomClosed, pickedTimestamp } = first.ticket.metadata;
  const isPicked = isChatRoomClosed || pickedTimestamp !== undefined;
  return playVariant[isPicked || variant === 'transfer' ? 'plain' : variant](participants, first, options);
}

/** Transfers a picked chat to the other agent of the replay. */
export async function transferChat(
  participants: Participants,
  assignee: Assignee,
  options: WaitOptions,
): Promise<Assignment> {
  const { agent, agentId, record } = assignee;
  const receiver = participants.replayAgents.find((id) => id !== agentId)!;
  // The receiver may be `away`: it can have missed other offers during the first half.
  await participants.setOnline();
  const note = 'Transferred by the replay.';
  const response = await agent.transferTicket({ ticketID: record.id, agentId: receiver, note });
  if (!response.ok && response.error.code === 'agent_cannot_receive')
    return { route: `assigned to ${agentId}, ${receiver} could not receive the transfer`, assignee };
  unwrap(response);
  return {
    route: `picked by ${agentId}, transferred to ${receiver}`,
    assignee: await findAssignee(participants, record.id, options),
  };
}
