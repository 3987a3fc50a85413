import { type Candidate, choosePair, type WaitingTicket } from '@chat-ticket/domain';
import { now } from './random-desk.ts';

type Strategy = 'least_loaded' | 'longest_idle' | 'round_robin';

/** The assignments that the domain’s rule makes at `now`, one after the other; undefined when there are no more. */
export function* assignByRule(
  strategy: Strategy,
  waiting: readonly WaitingTicket[],
  agents: readonly Candidate[],
) {
  let tickets = waiting;
  let people = agents;
  for (;;) {
    const pair = choosePair(tickets, people, { strategy, now });
    yield pair;
    if (!pair) return;
    tickets = tickets.filter(({ id }) => id !== pair.ticketId);
    const i = people.findIndex(({ id }) => id === pair.agentId);
    const { load } = people[i]!;
    people = people.with(i, { ...people[i]!, load: load + 1, idleSince: now, assignedAt: now });
  }
}
