import type { Settings } from '@chat-ticket/contract';
import { byTurn, type Candidate, isAvailable } from '@chat-ticket/domain';
import { AgentTally, type MeasuredPeriod } from '../engine/agent-tally.ts';
import type { AgentPlan } from '../engine/desk-plan.ts';
import { Heap } from '../engine/heap.ts';

/** An agent during a run. Only the pool changes it. */
export type AgentState = { -readonly [Field in keyof Candidate]: Candidate[Field] } & {
  readonly index: number;
  readonly group: AgentGroup;
  readonly tally: AgentTally;
  /** Missed offers in a row. */
  misses: number;
  /** The index in `group.available`, or -1. */
  heapIndex: number;
};

/** The agents with the same skills. */
export type AgentGroup = {
  readonly skills: readonly string[];
  /** The agents of the group who may receive a ticket. The agent whose turn it is comes first. */
  readonly available: Heap<AgentState>;
};

/**
 * All agents, grouped by skills. In each group, those who may receive a ticket are ordered by turn.
 *
 * @see `isAvailable` and `Candidate` in packages/domain/src/routing/eligible.ts: who may receive, and what each field means
 * @see `byTurn` in packages/domain/src/routing/choose.ts: the order
 */
export class AgentPool {
  readonly agents: readonly AgentState[];
  readonly groups: readonly AgentGroup[];
  availableCount = 0;

  constructor(
    plans: readonly AgentPlan[],
    { strategy, capacity }: Pick<Settings, 'strategy' | 'capacity'>,
    period: MeasuredPeriod,
  ) {
    const groups = new Map<string, AgentGroup>();
    this.agents = plans.map((plan, index) => {
      const skills = [...new Set(plan.skills)].toSorted();
      const key = JSON.stringify(skills);
      if (!groups.has(key)) groups.set(key, { skills, available: new Heap<AgentState>(byTurn[strategy]) });
      return {
        index,
        id: plan.id,
        skills,
        group: groups.get(key)!,
        capacity: plan.capacity ?? capacity,
        load: 0,
        routable: false,
        leaseUntil: Infinity,
        idleSince: 0,
        assignedAt: 0,
        misses: 0,
        tally: new AgentTally(period),
        heapIndex: -1,
      };
    });
    this.groups = [...groups.values()];
  }

  /** Makes the agent routable. Does nothing if it is routable. */
  startShift(agent: AgentState, now: number): void {
    if (agent.routable) return;
    this.#change(agent, now, () => {
      agent.idleSince = now;
      agent.routable = true;
      agent.misses = 0;
    });
  }

  /** The agent gets no more tickets and keeps those it has. */
  endShift(agent: AgentState, now: number): void {
    this.#change(agent, now, () => (agent.routable = false));
  }

  assign(agent: AgentState, now: number): void {
    this.#change(agent, now, () => {
      agent.load++;
      agent.idleSince = now;
      agent.assignedAt = now;
    });
  }

  /** Takes a ticket off the agent’s load: it was closed, or the agent missed it. */
  release(agent: AgentState, now: number): void {
    this.#change(agent, now, () => {
      agent.load--;
      agent.idleSince = now;
    });
  }

  /** Counts a missed offer. After `missesUntilAway` misses in a row the agent is no longer routable. */
  miss(agent: AgentState, now: number, missesUntilAway: number): void {
    agent.misses++;
    agent.tally.countMiss(now);
    if (agent.misses >= missesUntilAway) this.endShift(agent, now);
  }

  /** Counts each agent’s time until now. */
  countTime(now: number): void {
    for (const agent of this.agents) agent.tally.countTime(now, agent);
  }

  /** The heap needs a fixed order, so an agent leaves it while the fields that define the order change. */
  #change(agent: AgentState, now: number, change: () => void): void {
    agent.tally.countTime(now, agent);
    if (agent.heapIndex >= 0) {
      agent.group.available.remove(agent);
      this.availableCount--;
    }
    change();
    if (isAvailable(agent, now)) {
      agent.group.available.push(agent);
      this.availableCount++;
    }
  }
}
