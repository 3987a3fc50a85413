import { type Candidate, ruledOutBy, type WaitingTicket } from './eligible.ts';

/**
 * Whether the agents that did not take the ticket are asked again: no other agent on duty could take it, not even
 * one that is full now. Routing checks this one pick timeout of the queue after the last decline, and again after
 * each further pick timeout until it is true.
 *
 * This is the specification. What runs is SQL.
 * @see packages/storage/src/sweep/sweep-batch.ts `anotherAgentMatches`, the same rule as SQL
 */
export const asksAgain = (ticket: WaitingTicket, agents: readonly Candidate[], now: number): boolean =>
  agents.every((agent) => ruledOutBy(agent, ticket, now).some((rule) => rule !== 'full'));
