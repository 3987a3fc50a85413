import type { AgentInterval } from './facts.ts';
import type { LoggedEvent } from './log-entry.ts';

type Agent = { status: string; load: number; open: AgentInterval };

/** The intervals of the agents, as events change them. */
export class AgentWalk {
  readonly #agents = new Map<string, Agent>();
  readonly #ended: AgentInterval[] = [];
  #routable: ReadonlySet<string> = new Set();

  /** All intervals. Those of an agent are in order. */
  intervals = (): AgentInterval[] => [...this.#ended, ...[...this.#agents.values()].map(({ open }) => open)];

  apply({ type, at, agentId, status, joinedFrom }: LoggedEvent): void {
    if (agentId === null) return;
    if (type === 'agent.joined' && joinedFrom !== null) return this.#rename(joinedFrom, agentId);
    if (type === 'agent.removed') return this.#remove(agentId, at);
    if (status === null) return;
    const agent = this.#agents.get(agentId);
    if (agent === undefined) {
      if (type === 'agent.saved' || type === 'agent.status_changed') this.#add(agentId, status, at);
    } else if (type === 'agent.status_changed') {
      agent.status = status;
      this.#follow(agentId, at);
    }
  }

  setRoutable(routable: ReadonlySet<string>, at: number): void {
    this.#routable = routable;
    for (const agentId of this.#agents.keys()) this.#follow(agentId, at);
  }

  changeLoad(agentId: string, change: number, at: number): void {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) return;
    agent.load += change;
    this.#follow(agentId, at);
  }

  #intervalOf = (agentId: string, status: string, load: number, beganAt: number): AgentInterval => ({
    agentId,
    status,
    isRoutable: this.#routable.has(status),
    hasTickets: load > 0,
    beganAt,
    endedAt: null,
  });

  #add(agentId: string, status: string, at: number): void {
    this.#agents.set(agentId, { status, load: 0, open: this.#intervalOf(agentId, status, 0, at) });
  }

  #follow(agentId: string, at: number): void {
    const agent = this.#agents.get(agentId)!;
    const { open } = agent;
    const next = this.#intervalOf(agentId, agent.status, agent.load, Math.max(open.beganAt, at));
    const isSame =
      open.status === next.status &&
      open.isRoutable === next.isRoutable &&
      open.hasTickets === next.hasTickets;
    if (isSame) return;
    if (open.beganAt < next.beganAt) this.#ended.push({ ...open, endedAt: next.beganAt });
    agent.open = next;
  }

  #remove(agentId: string, at: number): void {
    const open = this.#agents.get(agentId)?.open;
    if (open) this.#ended.push({ ...open, endedAt: Math.max(open.beganAt, at) });
    this.#agents.delete(agentId);
  }

  #rename(from: string, to: string): void {
    const agent = this.#agents.get(from);
    if (agent === undefined) return;
    this.#agents.delete(from);
    this.#agents.set(to, agent);
    for (const interval of [...this.#ended, agent.open]) if (interval.agentId === from) interval.agentId = to;
  }
}
