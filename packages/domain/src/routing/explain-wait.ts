import { chooseAgent } from './choose.ts';
import type { Consideration } from './consideration.ts';
import type { RuledOut } from './eligible.ts';
import type { Obstacle, RoutingReason } from './reason.ts';
import type { RoutedTicket } from './routed-ticket.ts';

/** Where a ticket waits, what it needs, why no agent takes it and what happens next. */
export function explainWait(
  ticket: RoutedTicket,
  considered: readonly Consideration[],
  now: number,
): RoutingReason[] {
  const { needs, position, preferredAgentId, preferUntil, queueId, queueIsOpen, tierFrom, tierTo } = ticket;
  return [
    { code: 'waiting', queueId, position },
    { code: 'needs', skills: needs, tierFrom, tierTo },
    queueIsOpen ? explainAgents(ticket, considered, now) : { code: 'queue_closed', opensAt: ticket.opensAt },
    ...(preferredAgentId === null || preferUntil === null
      ? []
      : [{ code: 'prefers_last_agent', agentId: preferredAgentId, until: preferUntil } as const]),
    ...explainDeclines(ticket, considered),
    ...explainWidening(ticket),
  ];
}

function explainAgents(
  ticket: RoutedTicket,
  considered: readonly Consideration[],
  now: number,
): RoutingReason {
  const agents = considered.map(({ agent }) => agent);
  const first = chooseAgent(ticket, agents, { strategy: ticket.strategy, now });
  if (considered.length === 0) return { code: 'no_agent_considered' };
  if (!first)
    return {
      code: 'no_agent_eligible',
      considered: considered.length,
      obstacles: obstaclesOf(considered),
    };
  const eligible = considered.filter(({ ruledOutBy }) => ruledOutBy.length === 0).length;
  return { code: 'agents_eligible', considered: considered.length, eligible, firstId: first.id };
}

/** From the obstacle that passes soonest to the one that lasts longest. */
const byDuration: readonly RuledOut[] = [
  'full',
  'not_connected',
  'status_not_routable',
  'declined',
  'tier_too_low',
  'tier_too_high',
  'skills_missing',
];

function obstaclesOf(considered: readonly Consideration[]): Obstacle[] {
  const counts = new Map<string, { duration: number; obstacle: Obstacle }>();
  for (const one of considered) {
    const duration = byDuration.findLastIndex((rule) => one.ruledOutBy.includes(rule));
    const obstacle = obstacleOf(byDuration[duration]!, one);
    const key = JSON.stringify(obstacle);
    const count = (counts.get(key)?.obstacle.count ?? 0) + 1;
    counts.set(key, { duration, obstacle: { ...obstacle, count } });
  }
  return [...counts.values()]
    .toSorted((a, b) => a.duration - b.duration || b.obstacle.count - a.obstacle.count)
    .map(({ obstacle }) => obstacle);
}

function obstacleOf(rule: RuledOut, { agent, missingSkills }: Consideration): Obstacle {
  if (rule === 'status_not_routable') return { rule, count: 1, status: agent.status };
  if (rule === 'skills_missing') return { rule, count: 1, missingSkills };
  return { rule, count: 1 };
}

function explainDeclines({ retryAt }: RoutedTicket, considered: readonly Consideration[]): RoutingReason[] {
  const agentIds = considered
    .filter(({ ruledOutBy }) => ruledOutBy.includes('declined'))
    .map(({ agent }) => agent.id);
  return agentIds.length === 0 ? [] : [{ code: 'declined', agentIds, retryAt }];
}

function explainWidening({ needs, tierTo, widenAt, widensTo }: RoutedTicket): RoutingReason[] {
  if (widenAt === null || widensTo === null) return [];
  return [
    {
      code: 'widens',
      at: widenAt,
      droppedSkills: needs.filter((need) => !widensTo.needs.includes(need)),
      tierTo: widensTo.tierTo > tierTo ? widensTo.tierTo : null,
    },
  ];
}
