/** An agent as routing sees it. Times in ms since 1970. */
export type Candidate = {
  readonly id: string;
  readonly skills: readonly string[];
  readonly routable: boolean;
  readonly leaseUntil: number;
  readonly load: number;
  readonly capacity: number;
  /** When it became routable, or last got or ended a ticket. */
  readonly idleSince: number;
  /** When it last got a ticket; 0: never. */
  readonly assignedAt: number;
};

/** A waiting ticket as routing sees it. */
export type WaitingTicket = {
  readonly id: string;
  readonly rank: number;
  readonly queueIsOpen: boolean;
  /** The skills that it needs at its present stage. */
  readonly needs: readonly string[];
  /** The tiers whose agents may take it. */
  readonly tierFrom: number;
  readonly tierTo: number;
  /** The customer’s last agent, who goes first if able. */
  readonly preferredAgentId: string | null;
  /** The agents who were offered it and did not take it. */
  readonly declinedBy: readonly string[];
};

/** Why an agent may not receive a ticket now. */
export type RuledOut =
  | 'status_not_routable'
  | 'not_connected'
  | 'full'
  | 'tier_too_low'
  | 'tier_too_high'
  | 'skills_missing'
  | 'declined';

const tierTag = /^tier:([1-9])$/;

/** 1 for an agent without a skill `tier:2` to `tier:9`. */
export const tierOf = (skills: readonly string[]): number =>
  Math.max(1, ...skills.map((skill) => Number(tierTag.exec(skill)?.[1] ?? 1)));

/** Routable status, live lease and room for one more. */
export const mayReceive = (agent: Candidate, now: number): boolean =>
  agent.routable && agent.leaseUntil > now && agent.load < agent.capacity;

export const missingSkills = (agent: Pick<Candidate, 'skills'>, needs: readonly string[]): string[] =>
  needs.filter((need) => !agent.skills.includes(need));

/** Every rule that keeps the ticket from the agent; none: it can be given. */
export function ruledOutBy(agent: Candidate, ticket: WaitingTicket, now: number): RuledOut[] {
  const tier = tierOf(agent.skills);
  const rules: [RuledOut, boolean][] = [
    ['status_not_routable', !agent.routable],
    ['not_connected', agent.leaseUntil <= now],
    ['full', agent.load >= agent.capacity],
    ['tier_too_low', tier < ticket.tierFrom],
    ['tier_too_high', tier > ticket.tierTo],
    ['skills_missing', missingSkills(agent, ticket.needs).length > 0],
    ['declined', ticket.declinedBy.includes(agent.id)],
  ];
  return rules.flatMap(([rule, holds]) => (holds ? [rule] : []));
}
