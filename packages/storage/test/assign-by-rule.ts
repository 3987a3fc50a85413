import { type Candidate, choosePair, type WaitingTicket } from '@chat-ticket/domain';
import { now } from './random-desk.ts';

type Strategy = 'least_loaded' | 'longest_idle' | 'round_robin';

/** The assignments that `choosePair` makes one after the other at `now`, then undefined. */
export function* assignByRule(
  strategy: Strategy,
  waiting: readonly WaitingTicket[],
  agents: readonly Candidate[],
) {
  let tickets = waiting;
  let candidates = agents;
  for (;;) {
    const pair = choosePair(tickets, candidates, { strategy, now });
    yield pair;
    if (!pair) return;
    tickets = tickets.filter(({ id }) => id !== pair.ticketId);
    const i = candidates.findIndex(({ id }) => id === pair.agentId);
    const { load } = candidates[i]!;
    candidates = candidates.with(i, { ...candidates[i]!, load: load + 1, idleSince: now, assignedAt: now });
  }
}
