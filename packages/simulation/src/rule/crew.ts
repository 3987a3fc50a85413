import type { Settings } from '@chat-ticket/contract';
import { byTurn, type Candidate, mayReceive } from '@chat-ticket/domain';
import { AgentTally, type Window } from './agent-tally.ts';
import { Heap } from './heap.ts';

/** From the start of the day, end excluded. */
export type Shift = { readonly fromMs: number; readonly toMs: number };

export type AgentPlan = {
  readonly id: string;
  readonly skills: readonly string[];
  /** Left out: the workspace’s. */
  readonly capacity?: number;
  /** Apart and by rising time. Left out: there from the start on, without an end. */
  readonly shifts?: readonly Shift[];
};

/** An agent of the crew; only the crew changes it. */
export type AgentState = { -readonly [Field in keyof Candidate]: Candidate[Field] } & {
  readonly index: number;
  readonly group: AgentGroup;
  readonly tally: AgentTally;
  misses: number;
  place: number;
};

/** The agents with the same skills. */
export type AgentGroup = { readonly skills: readonly string[]; readonly free: Heap<AgentState> };

/** Who may receive, grouped by skills and ordered by turn. */
export class Crew {
  readonly agents: readonly AgentState[];
  readonly groups: readonly AgentGroup[];
  freeCount = 0;

  constructor(
    plans: readonly AgentPlan[],
    { strategy, capacity }: Pick<Settings, 'strategy' | 'capacity'>,
    window: Window,
  ) {
    const groups = new Map<string, AgentGroup>();
    this.agents = plans.map((plan, index) => {
      const skills = [...new Set(plan.skills)].toSorted();
      const key = JSON.stringify(skills);
      if (!groups.has(key)) groups.set(key, { skills, free: new Heap<AgentState>(byTurn[strategy]) });
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
        tally: new AgentTally(window),
        place: -1,
      };
    });
    this.groups = [...groups.values()];
  }

  come(agent: AgentState, now: number): void {
    if (agent.routable) return;
    this.#change(agent, now, () => {
      agent.idleSince = now;
      agent.routable = true;
      agent.misses = 0;
    });
  }

  leave(agent: AgentState, now: number): void {
    this.#change(agent, now, () => (agent.routable = false));
  }

  assign(agent: AgentState, now: number): void {
    this.#change(agent, now, () => {
      agent.load++;
      agent.idleSince = now;
      agent.assignedAt = now;
    });
  }

  /** A ticket of the agent has ended, or was given back. */
  release(agent: AgentState, now: number): void {
    this.#change(agent, now, () => {
      agent.load--;
      agent.idleSince = now;
    });
  }

  /** An offer was not picked. After too many in a row the agent is away. */
  miss(agent: AgentState, now: number, missesUntilAway: number): void {
    agent.misses++;
    agent.tally.miss(now);
    if (agent.misses >= missesUntilAway) this.leave(agent, now);
  }

  /** Counts each agent’s time up to now. */
  close(now: number): void {
    for (const agent of this.agents) agent.tally.pass(now, agent);
  }

  /** An agent stands in the heap of its group just while it may receive: what orders it changes outside. */
  #change(agent: AgentState, now: number, change: () => void): void {
    agent.tally.pass(now, agent);
    if (agent.place >= 0) {
      agent.group.free.remove(agent);
      this.freeCount--;
    }
    change();
    if (mayReceive(agent, now)) {
      agent.group.free.push(agent);
      this.freeCount++;
    }
  }
}
