import type { Strategy } from '@chat-ticket/contract';
import { type Candidate, ruledOutBy, type WaitingTicket } from './eligible.ts';

export type Pair = { readonly ticketId: string; readonly agentId: string };

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Which ticket goes first: the lower rank, which holds priority and waiting time, then the lower id. */
export const byRank = (a: Pick<WaitingTicket, 'id' | 'rank'>, b: Pick<WaitingTicket, 'id' | 'rank'>) =>
  a.rank - b.rank || byText(a.id, b.id);

/** Whose turn it is, by the workspace’s strategy. */
export const byTurn: Readonly<Record<Strategy, (a: Candidate, b: Candidate) => number>> = {
  least_loaded: (a, b) => a.load - b.load || a.idleSince - b.idleSince || byText(a.id, b.id),
  longest_idle: (a, b) => a.idleSince - b.idleSince || byText(a.id, b.id),
  round_robin: (a, b) => a.assignedAt - b.assignedAt || byText(a.id, b.id),
};

/** The agent for a ticket: the preferred one if able, or else the first of those able, whose turn it is. */
export function chooseAgent(
  ticket: WaitingTicket,
  agents: readonly Candidate[],
  { strategy, now }: { strategy: Strategy; now: number },
): Candidate | undefined {
  if (!ticket.queueIsOpen) return undefined;
  const able = agents.filter((agent) => ruledOutBy(agent, ticket, now).length === 0);
  return able.find(({ id }) => id === ticket.preferredAgentId) ?? able.toSorted(byTurn[strategy])[0];
}

/** The next assignment: the first ticket in the queue that any agent can take, and its agent. */
export function choosePair(
  tickets: readonly WaitingTicket[],
  agents: readonly Candidate[],
  rule: { strategy: Strategy; now: number },
): Pair | undefined {
  for (const ticket of tickets.toSorted(byRank)) {
    const agent = chooseAgent(ticket, agents, rule);
    if (agent) return { ticketId: ticket.id, agentId: agent.id };
  }
  return undefined;
}
