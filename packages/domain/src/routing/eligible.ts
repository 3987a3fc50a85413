// The specification of which agents may get a ticket. Routing runs the same rules as SQL.
// @see packages/storage/src/sql/eligibility.ts `mayReceive`, status, lease and capacity as SQL
// @see packages/storage/migrations/0001_upkeep.sql `need_sets_made`, tiers and skills as SQL

/** An agent as routing sees it. Times are in ms since 1970. */
export type Candidate = {
  readonly id: string;
  readonly skills: readonly string[];
  /** Whether its status admits new tickets. */
  readonly routable: boolean;
  /** When its lease ends. */
  readonly leaseUntil: number;
  /** How many tickets it has, and how many it can have. */
  readonly load: number;
  readonly capacity: number;
  /** When it became routable, or last got or finished a ticket. */
  readonly idleSince: number;
  /** When it last got a ticket; 0: never. */
  readonly assignedAt: number;
};

/** A waiting ticket as routing sees it. */
export type WaitingTicket = {
  readonly id: string;
  /** @see queueRank */
  readonly rank: number;
  readonly queueIsOpen: boolean;
  /** The skills that an agent needs at the ticket’s present stage. */
  readonly needs: readonly string[];
  /** The lowest and the highest tier whose agents may take it. */
  readonly tierFrom: number;
  readonly tierTo: number;
  /** The customer’s last agent, who gets the ticket first when eligible. */
  readonly preferredAgentId: string | null;
  /** The agents that were offered it and did not take it. */
  readonly declinedBy: readonly string[];
};

/** A rule that keeps a ticket from an agent. */
export type RuledOut =
  | 'status_not_routable'
  | 'not_connected'
  | 'full'
  | 'tier_too_low'
  | 'tier_too_high'
  | 'skills_missing'
  | 'declined';

const tierTag = /^tier:([1-9])$/;

/** The tier of an agent with these skills: 2 to 9 by the skill `tier:2` to `tier:9`, and 1 without one. */
export const tierOf = (skills: readonly string[]): number =>
  Math.max(1, ...skills.map((skill) => Number(tierTag.exec(skill)?.[1] ?? 1)));

/** Whether the agent can get tickets at all: a routable status, a current lease and free capacity. */
export const isAvailable = (agent: Candidate, now: number): boolean =>
  agent.routable && agent.leaseUntil > now && agent.load < agent.capacity;

/** The needs that the agent has no skill for. */
export const missingSkills = (agent: Pick<Candidate, 'skills'>, needs: readonly string[]): string[] =>
  needs.filter((need) => !agent.skills.includes(need));

/** Every rule that keeps the ticket from the agent. Without one the agent is eligible. */
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
