import { unwrap } from '@chat-ticket/client';
import type { Cast } from './cast.ts';
import { findHolder, type Holder } from './find-holder.ts';

/** What happens to a chat before an agent handles it. */
export type Act = 'plain' | 'decline' | 'miss' | 'transfer';

const turns: readonly Act[] = ['decline', 'miss', 'transfer', 'plain'];
export const actOfChat = (index: number): Act => turns[index % turns.length]!;

export type Played = {
  /** What happened, in words. */
  way: string;
  /** Who has the chat then; undefined when it waits. */
  holder?: Holder | undefined;
};

type Play = (cast: Cast, first: Holder, patienceMs: number) => Promise<Played>;

const taken = (before: string, holder: Holder | undefined): Played => ({
  way: [...(before ? [before] : []), ...(holder ? [`taken by ${holder.agentId}`] : [])].join(', '),
  holder,
});

const plays: Record<Act, Play> = {
  plain: async (_, first) => taken('', first),

  decline: async (cast, { agent, agentId, record }, patienceMs) => {
    unwrap(await agent.declineTicket({ ticketID: record.id, note: 'the replay declines it' }));
    return taken(`declined by ${agentId}`, await findHolder(cast, record.id, patienceMs));
  },

  miss: async (cast, first, patienceMs) => {
    const { agentId, record } = first;
    const next = await findHolder(
      cast,
      record.id,
      patienceMs,
      (now) => now.agentId !== agentId || now.pickByTimestamp !== record.pickByTimestamp,
    );
    if (next) return taken(`missed by ${agentId}`, next);
    return taken(`left for ${patienceMs / 1000} s`, await findHolder(cast, record.id, 0));
  },

  transfer: async (cast, first, patienceMs) => {
    const { agent, agentId, record } = first;
    const to = cast.ownAgents.find((id) => id !== agentId)!;
    unwrap(await agent.setPickedTime({ ticketID: record.id }));
    const note = 'the replay hands it over';
    const given = await agent.transferTicket({ ticketID: record.id, agentId: to, note });
    if (!given.ok && given.error.code === 'agent_cannot_receive')
      return { way: `taken by ${agentId}, as ${to} could not receive it`, holder: first };
    unwrap(given);
    return {
      way: `picked by ${agentId}, transferred to ${to}`,
      holder: await findHolder(cast, record.id, patienceMs),
    };
  },
};

/** Plays the act, as far as the chat has not gone beyond it in an earlier run. */
export function play(cast: Cast, act: Act, first: Holder, patienceMs: number): Promise<Played> {
  const { isChatRoomClosed, pickedTimestamp } = first.held.metadata;
  const isPast = isChatRoomClosed || (pickedTimestamp !== undefined && act !== 'transfer');
  return plays[isPast ? 'plain' : act](cast, first, patienceMs);
}
