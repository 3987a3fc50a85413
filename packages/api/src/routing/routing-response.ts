import type { RoutingCandidate, RoutingExplanation } from '@chat-ticket/contract';
import {
  type ConsideredAgent,
  type Consideration,
  explainRouting,
  type RoutedTicket,
} from '@chat-ticket/domain';
import { toTimestamp, withoutEmpty } from '../route/wire.ts';
import { routingSentences } from './routing-sentences.ts';

const toCandidate = ({ agent, missingSkills, ruledOutBy }: Consideration, now: number): RoutingCandidate => ({
  agentId: agent.id,
  status: agent.status,
  load: agent.load,
  capacity: agent.capacity,
  isConnected: agent.leaseUntil > now,
  ruledOutBy: [...ruledOutBy],
  ...(missingSkills.length === 0 ? {} : { missingSkills: [...missingSkills] }),
});

/** Why a ticket is where it is, on the wire. */
export function toRoutingExplanation(
  ticket: RoutedTicket,
  agents: readonly ConsideredAgent[],
  now: number,
): RoutingExplanation {
  const { considered, reasons } = explainRouting(ticket, agents, now);
  return {
    ticketId: ticket.id,
    status: ticket.status,
    queueId: ticket.queueId,
    queueIsOpen: ticket.queueIsOpen,
    strategy: ticket.strategy,
    needs: [...ticket.needs],
    tiers: { from: ticket.tierFrom, to: ticket.tierTo },
    stage: ticket.stage,
    ...withoutEmpty({
      agentId: ticket.agentId,
      preferredAgentId: ticket.preferredAgentId,
      position: ticket.position,
      opensTimestamp: ticket.queueIsOpen ? null : toTimestamp(ticket.opensAt),
      widenTimestamp: toTimestamp(ticket.widenAt),
      retryTimestamp: toTimestamp(ticket.retryAt),
      pickByTimestamp: toTimestamp(ticket.pickBy),
      wrapUpTimestamp: toTimestamp(ticket.wrapUpUntil),
    }),
    agents: considered.map((one) => toCandidate(one, now)),
    sentences: routingSentences(reasons, now),
  };
}
