import { type Candidate, ruledOutBy, type WaitingTicket } from './eligible.ts';

/**
 * Whether those who declined the ticket are asked again, as nobody else on duty fits: who is full is there.
 * It is asked a pick timeout of the queue after the last decline, and as often again as it says no.
 */
export const asksAgain = (ticket: WaitingTicket, agents: readonly Candidate[], now: number): boolean =>
  agents.every((agent) => ruledOutBy(agent, ticket, now).some((rule) => rule !== 'full'));
