import { unwrap } from '@chat-ticket/client';
import type { TicketRecord } from '@chat-ticket/contract';
import type { Cast } from './cast.ts';
import { findHolder, type Holder, type Wait } from './find-holder.ts';

/** What happens to a chat on its way. */
export type Act = 'plain' | 'decline' | 'miss' | 'transfer';

const turns: readonly Act[] = ['decline', 'miss', 'transfer', 'plain'];
export const actOfChat = (index: number): Act => turns[index % turns.length]!;

export type Played = {
  /** What happened, in words. */
  way: string;
  /** Who has the chat then; undefined when it waits. */
  holder?: Holder | undefined;
};

type Play = (cast: Cast, first: Holder, wait: Wait) => Promise<Played>;

const taken = (before: string, holder: Holder | undefined): Played => ({
  way: [...(before ? [before] : []), ...(holder ? [`taken by ${holder.agentId}`] : [])].join(', '),
  holder,
});

const plays: Record<Exclude<Act, 'transfer'>, Play> = {
  plain: async (_, first) => taken('', first),

  decline: async (cast, { agent, agentId, record }, wait) => {
    unwrap(await agent.declineTicket({ ticketID: record.id, note: 'the replay declines it' }));
    return taken(`declined by ${agentId}`, await findHolder(cast, record.id, wait));
  },

  miss: async (cast, { agentId, record }, wait) => {
    const isAnother = (now: TicketRecord) =>
      now.agentId !== agentId || now.pickByTimestamp !== record.pickByTimestamp;
    const next = await findHolder(cast, record.id, wait, isAnother);
    if (next) return taken(`missed by ${agentId}`, next);
    const still = await findHolder(cast, record.id, { ...wait, patienceMs: 0 });
    return taken(`left for ${wait.patienceMs / 1000} s`, still);
  },
};

/** Plays what comes before the chat is picked, as far as it has not gone beyond that in an earlier run. */
export function playOffer(cast: Cast, act: Act, first: Holder, wait: Wait): Promise<Played> {
  const { isChatRoomClosed, pickedTimestamp } = first.held.metadata;
  const isPast = isChatRoomClosed || pickedTimestamp !== undefined;
  return plays[isPast || act === 'transfer' ? 'plain' : act](cast, first, wait);
}

/** Gives a chat that its agent has picked to another of the replay’s agents. */
export async function handOver(cast: Cast, holder: Holder, wait: Wait): Promise<Played> {
  const { agent, agentId, record } = holder;
  const to = cast.ownAgents.find((id) => id !== agentId)!;
  // While the first half was said, the other one may have missed what else it was offered.
  await cast.enter();
  const note = 'the replay hands it over';
  const given = await agent.transferTicket({ ticketID: record.id, agentId: to, note });
  if (!given.ok && given.error.code === 'agent_cannot_receive')
    return { way: `taken by ${agentId}, as ${to} could not receive it`, holder };
  unwrap(given);
  return {
    way: `picked by ${agentId}, transferred to ${to}`,
    holder: await findHolder(cast, record.id, wait),
  };
}
