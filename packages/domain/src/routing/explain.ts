import type { ConsideredAgent, Consideration } from './consideration.ts';
import { describeHold } from './describe-hold.ts';
import { describeWait } from './describe-wait.ts';
import { missingSkills, ruledOutBy } from './eligible.ts';
import type { RoutedTicket } from './routed-ticket.ts';

export type Explanation = {
  readonly considered: readonly Consideration[];
  readonly sentences: readonly string[];
};

/**
 * Why a ticket is where it is, by the rules that routing chooses by. The agents keep their order; for a
 * closed ticket none is considered.
 */
export function explainRouting(
  ticket: RoutedTicket,
  agents: readonly ConsideredAgent[],
  now: number,
): Explanation {
  const considered = (ticket.status === 'CLOSED' ? [] : agents).map((agent) => ({
    agent,
    ruledOutBy: ruledOutBy(agent, ticket, now),
    missingSkills: missingSkills(agent, ticket.needs),
  }));
  return { considered, sentences: describe(ticket, considered, now) };
}

function describe(ticket: RoutedTicket, considered: readonly Consideration[], now: number): string[] {
  switch (ticket.status) {
    case 'CREATED':
    case 'WORKFLOW_DONE':
    case 'ESCALATED':
      return describeWait(ticket, considered, now);
    case 'WORKFLOW_PENDING':
      return ['The workflow has it; it is not routed until WORKFLOW_DONE.'];
    case 'ERROR':
      return ['An error stopped it: a person has to assign it.'];
    default:
      return describeHold(ticket, now);
  }
}
