import { byRank, missingSkills, tierOf, type WaitingTicket } from '@chat-ticket/domain';
import type { AgentGroup, AgentState } from './crew.ts';
import { Heap } from './heap.ts';
import type { QueueState } from './queue-state.ts';
import type { Line, Needs, TicketState } from './ticket-state.ts';

/** All who wait. */
export class Lines {
  waitingCount = 0;
  readonly #groups: readonly AgentGroup[];
  readonly #lines = new Map<string, Line>();

  constructor(groups: readonly AgentGroup[]) {
    this.#groups = groups;
  }

  lineOf(queue: QueueState, asked: Needs, declinedBy: readonly string[] = []): Line {
    const key = JSON.stringify([queue.index, asked, declinedBy.toSorted()]);
    const known = this.#lines.get(key);
    if (known) return known;
    const takers = this.#groups.filter(({ skills }) => {
      const tier = tierOf(skills);
      return (
        tier >= asked.tierFrom && tier <= asked.tierTo && missingSkills({ skills }, asked.needs).length === 0
      );
    });
    const line = { ...asked, key, queue, declinedBy, takers, waiting: new Heap<TicketState>(byRank) };
    this.#lines.set(key, line);
    return line;
  }

  push(ticket: TicketState, line: Line): void {
    ticket.line = line;
    line.waiting.push(ticket);
    this.waitingCount++;
  }

  remove(ticket: TicketState): void {
    const line = ticket.line!;
    line.waiting.remove(ticket);
    ticket.line = undefined;
    this.waitingCount--;
    // There can be one for each set of agents that declined, and it is hardly needed again.
    if (line.declinedBy.length > 0 && !line.waiting.first) this.#lines.delete(line.key);
  }

  /** The first ticket that anyone free can take, and whose turn it is. */
  nextPair(byTurn: (a: AgentState, b: AgentState) => number) {
    let first: TicketState | undefined;
    for (const line of this.#lines.values()) {
      const head = line.waiting.first;
      if (head === undefined || !line.queue.isOpen || (first && byRank(first, head) < 0)) continue;
      if (line.takers.some((group) => nextOf(group, line, byTurn))) first = head;
    }
    if (first === undefined) return undefined;
    const { takers } = first.line!;
    let agent: AgentState | undefined;
    for (const group of takers) {
      const able = nextOf(group, first.line!, byTurn);
      if (able && (!agent || byTurn(able, agent) < 0)) agent = able;
    }
    return { ticket: first, agent: agent! };
  }

  /** As the routing rule sees them. */
  waitingTickets(): WaitingTicket[] {
    return [...this.#lines.values()].flatMap((line) =>
      line.waiting.items.map((ticket) => waitingTicket(ticket, line)),
    );
  }
}

/** As the routing rule sees it. */
export const waitingTicket = (
  { id, rank, declinedBy }: TicketState,
  { queue, needs, tierFrom, tierTo }: Line,
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

/** The agent of the group whose turn it is, among those who have not declined. */
function nextOf(
  { free }: AgentGroup,
  { declinedBy }: Line,
  byTurn: (a: AgentState, b: AgentState) => number,
): AgentState | undefined {
  if (declinedBy.length === 0) return free.first;
  return free.items.filter(({ id }) => !declinedBy.includes(id)).toSorted(byTurn)[0];
}
