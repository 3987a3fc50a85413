// The specification of assignment. In the desk, SQL assigns tickets; this code explains and simulates it.
// @see packages/storage/src/steps/assign.ts `assignNext`, the same rule as SQL
import type { Strategy } from '@chat-ticket/contract';
import { type Candidate, ruledOutBy, type WaitingTicket } from './eligible.ts';

/** An assignment. */
export type Pair = { readonly ticketId: string; readonly agentId: string };

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The order of waiting tickets: by rank, then by id. */
export const byRank = (a: Pick<WaitingTicket, 'id' | 'rank'>, b: Pick<WaitingTicket, 'id' | 'rank'>) =>
  a.rank - b.rank || byText(a.id, b.id);

/** The order of agents, by the workspace’s strategy. Ties go to the lower id. */
export const byTurn: Readonly<Record<Strategy, (a: Candidate, b: Candidate) => number>> = {
  least_loaded: (a, b) => a.load - b.load || a.idleSince - b.idleSince || byText(a.id, b.id),
  longest_idle: (a, b) => a.idleSince - b.idleSince || byText(a.id, b.id),
  round_robin: (a, b) => a.assignedAt - b.assignedAt || byText(a.id, b.id),
};

/**
 * The agent for a ticket: the preferred agent when eligible, or else the first eligible agent in the order of the
 * strategy. Undefined while the queue is closed or no agent is eligible.
 */
export function chooseAgent(
  ticket: WaitingTicket,
  agents: readonly Candidate[],
  { strategy, now }: { strategy: Strategy; now: number },
): Candidate | undefined {
  if (!ticket.queueIsOpen) return undefined;
  const eligible = agents.filter((agent) => ruledOutBy(agent, ticket, now).length === 0);
  return eligible.find(({ id }) => id === ticket.preferredAgentId) ?? eligible.toSorted(byTurn[strategy])[0];
}

/** The next assignment: the first ticket for which an agent is eligible, and its agent. */
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
