import type { ConsideredAgent, Consideration } from './consideration.ts';
import { missingSkills, ruledOutBy } from './eligible.ts';
import { explainHold } from './explain-hold.ts';
import { explainWait } from './explain-wait.ts';
import type { RoutingReason } from './reason.ts';
import type { RoutedTicket } from './routed-ticket.ts';

/** Why a ticket is where it is. */
export type Explanation = {
  /** The agents that routing considers, in the order given; none for a closed ticket. */
  readonly considered: readonly Consideration[];
  /** In the order in which a reader needs them. */
  readonly reasons: readonly RoutingReason[];
};

/** Explains where a ticket is, by the rules that routing applies. Times are in ms since 1970. */
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
  return { considered, reasons: reasonsOf(ticket, considered, now) };
}

function reasonsOf(ticket: RoutedTicket, considered: readonly Consideration[], now: number): RoutingReason[] {
  switch (ticket.status) {
    case 'CREATED':
    case 'WORKFLOW_DONE':
    case 'ESCALATED':
      return explainWait(ticket, considered, now);
    case 'WORKFLOW_PENDING':
      return [{ code: 'in_workflow' }];
    case 'ERROR':
      return [{ code: 'in_error' }];
    default:
      return explainHold(ticket, now);
  }
}
