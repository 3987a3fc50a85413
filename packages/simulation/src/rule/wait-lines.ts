import { byRank, missingSkills, tierOf, type WaitingTicket } from '@chat-ticket/domain';
import { Heap } from '../engine/heap.ts';
import type { AgentGroup, AgentState } from './agent-pool.ts';
import type { QueueState, Requirements } from './queue-state.ts';
import type { TicketState, WaitLine } from './ticket-state.ts';

/**
 * All waiting tickets. It finds the next assignment without comparing every ticket with every agent.
 *
 * @see `choosePair` in packages/domain/src/routing/choose.ts: the specification of `nextPair`
 * @see `ruledOutBy` in packages/domain/src/routing/eligible.ts: the specification of `eligibleGroups` and `nextAgentOf`
 */
export class WaitLines {
  waitingCount = 0;
  readonly #groups: readonly AgentGroup[];
  readonly #lines = new Map<string, WaitLine>();

  constructor(groups: readonly AgentGroup[]) {
    this.#groups = groups;
  }

  /** The line for tickets of the queue with these requirements that these agents have declined. */
  lineFor(queue: QueueState, requirements: Requirements, declinedBy: readonly string[] = []): WaitLine {
    const key = JSON.stringify([queue.index, requirements, declinedBy.toSorted()]);
    const known = this.#lines.get(key);
    if (known) return known;
    const { needs, tierFrom, tierTo } = requirements;
    const eligibleGroups = this.#groups.filter(({ skills }) => {
      const tier = tierOf(skills);
      return tier >= tierFrom && tier <= tierTo && missingSkills({ skills }, needs).length === 0;
    });
    const tickets = new Heap<TicketState>(byRank);
    const line = { ...requirements, key, queue, declinedBy, eligibleGroups, tickets };
    this.#lines.set(key, line);
    return line;
  }

  push(ticket: TicketState, line: WaitLine): void {
    ticket.line = line;
    line.tickets.push(ticket);
    this.waitingCount++;
  }

  remove(ticket: TicketState): void {
    const line = ticket.line!;
    line.tickets.remove(ticket);
    ticket.line = undefined;
    this.waitingCount--;
    // There can be a line for each set of agents who declined, and such a line is rarely needed again.
    if (line.declinedBy.length > 0 && !line.tickets.first) this.#lines.delete(line.key);
  }

  /** The first ticket that an available agent can take, and the agent whose turn it is. Undefined: there is none. */
  nextPair(byTurn: (a: AgentState, b: AgentState) => number) {
    let first: TicketState | undefined;
    for (const line of this.#lines.values()) {
      const head = line.tickets.first;
      if (head === undefined || !line.queue.isOpen || (first && byRank(first, head) < 0)) continue;
      if (line.eligibleGroups.some((group) => nextAgentOf(group, line, byTurn))) first = head;
    }
    if (first === undefined) return undefined;
    const line = first.line!;
    let agent: AgentState | undefined;
    for (const group of line.eligibleGroups) {
      const candidate = nextAgentOf(group, line, byTurn);
      if (candidate && (!agent || byTurn(candidate, agent) < 0)) agent = candidate;
    }
    return { ticket: first, agent: agent! };
  }

  /** All waiting tickets as the routing rules of `domain` read them. */
  waitingTickets(): WaitingTicket[] {
    return [...this.#lines.values()].flatMap((line) =>
      line.tickets.items.map((ticket) => toWaitingTicket(ticket, line)),
    );
  }
}

/** The ticket as the routing rules of `domain` read it. */
export const toWaitingTicket = (
  { id, rank, declinedBy }: TicketState,
  { queue, needs, tierFrom, tierTo }: WaitLine,
): WaitingTicket => ({
  id,
  rank,
  declinedBy,
  needs,
  tierFrom,
  tierTo,
  queueIsOpen: queue.isOpen,
  preferredAgentId: null,
});

/** The agent of the group whose turn it is, among those who have not declined the tickets of the line. */
function nextAgentOf(
  { available }: AgentGroup,
  { declinedBy }: WaitLine,
  byTurn: (a: AgentState, b: AgentState) => number,
): AgentState | undefined {
  if (declinedBy.length === 0) return available.first;
  return available.items.filter(({ id }) => !declinedBy.includes(id)).toSorted(byTurn)[0];
}
