import type { Settings } from '@chat-ticket/contract';
import { byTurn } from '../routing/choose.ts';
import { type Candidate, mayReceive } from '../routing/eligible.ts';
import { Heap } from './heap.ts';
import type { AgentOutcome } from './outcome.ts';

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
  readonly outcome: { -readonly [Field in keyof AgentOutcome]: AgentOutcome[Field] };
  misses: number;
  countedAt: number;
  place: number;
};

/** The agents with the same skills. */
export type AgentGroup = { readonly skills: readonly string[]; readonly free: Heap<AgentState> };

/** Who may receive, grouped by skills and ordered by turn. */
export class Crew {
  readonly agents: readonly AgentState[];
  readonly groups: readonly AgentGroup[];
  freeCount = 0;
  /** What an agent does is counted within it. */
  readonly #window: { readonly from: number; readonly until: number };

  constructor(
    plans: readonly AgentPlan[],
    { strategy, capacity }: Pick<Settings, 'strategy' | 'capacity'>,
    window: { readonly from: number; readonly until: number },
  ) {
    const groups = new Map<string, AgentGroup>();
    this.#window = window;
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
        outcome: { misses: 0, loadMs: 0, roomMs: 0 },
        countedAt: 0,
        place: -1,
      };
    });
    this.groups = [...groups.values()];
  }

  come(agent: AgentState, now: number): void {
    this.#change(agent, now, () => {
      if (!agent.routable) agent.idleSince = now;
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
    if (now >= this.#window.from && now < this.#window.until) agent.outcome.misses++;
    if (agent.misses >= missesUntilAway) this.leave(agent, now);
  }

  /** Counts each agent’s time up to now. */
  close(now: number): void {
    for (const agent of this.agents) this.#count(agent, now);
  }

  /** An agent stands in the heap of its group just while it may receive: what orders it changes outside. */
  #change(agent: AgentState, now: number, change: () => void): void {
    this.#count(agent, now);
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

  #count(agent: AgentState, now: number): void {
    const ms = Math.min(now, this.#window.until) - Math.max(agent.countedAt, this.#window.from);
    agent.countedAt = now;
    if (ms <= 0 || !agent.routable) return;
    agent.outcome.loadMs += agent.load * ms;
    agent.outcome.roomMs += agent.capacity * ms;
  }
}
