import type { RoutingReason } from './reason.ts';
import type { RoutedTicket } from './routed-ticket.ts';

type ChosenBy = Extract<RoutingReason, { code: 'chosen_by_rule' }>['rule'];

const rules: readonly string[] = [
  'least_loaded',
  'longest_idle',
  'round_robin',
  'last_agent_of_customer',
] satisfies ChosenBy[];

const isRule = (assignedBy: string | null): assignedBy is ChosenBy =>
  assignedBy !== null && rules.includes(assignedBy);

/** Why a ticket has its agent and until when, or that it is closed. */
export function explainHold(ticket: RoutedTicket, now: number): RoutingReason[] {
  const { agentId, closedAt, wrapUpUntil } = ticket;
  if (ticket.status === 'CLOSED')
    return [
      { code: 'closed', at: closedAt ?? now },
      ...(agentId === null ? [] : [{ code: 'last_agent', agentId } as const]),
    ];
  // Every other ticket that does not wait has an agent.
  if (agentId === null) return [];
  if (ticket.status === 'CHAT_CLOSED') return [{ code: 'in_wrap_up', agentId, until: wrapUpUntil }];
  return [...explainChoice(ticket, agentId), explainOffer(ticket, agentId, now)];
}

function explainChoice({ isAgentFixed, assignedBy }: RoutedTicket, agentId: string): RoutingReason[] {
  if (isAgentFixed) return [{ code: 'chosen_by_person', agentId }];
  return isRule(assignedBy) ? [{ code: 'chosen_by_rule', agentId, rule: assignedBy }] : [];
}

function explainOffer(
  { assignedAt, pickBy, pickedAt }: RoutedTicket,
  agentId: string,
  now: number,
): RoutingReason {
  if (pickedAt !== null) return { code: 'picked', agentId, at: pickedAt };
  return { code: 'offered', agentId, since: assignedAt ?? now, pickBy };
}
