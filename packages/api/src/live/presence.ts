import { leaseMs } from '@chat-ticket/domain';
import type { Lease } from '@chat-ticket/storage';
import { hubRenewalIntervalMs } from './limits.ts';

type AgentPresence = {
  /** When the agent was last seen. */
  lastSeenAt: number;
  /** When its lease was last renewed. */
  renewedAt: number;
  /** The `lastSeenAt` from which that lease counts. */
  renewedFrom: number;
};

/** When each agent was last seen at this hub, over all its devices and tabs. Times in ms since 1970. */
export class Presence {
  readonly #agents = new Map<string, AgentPresence>();

  /** Records that the agent was seen at this time. */
  record(agentId: string, at: number): void {
    const agent = this.#agents.get(agentId);
    if (agent) agent.lastSeenAt = Math.max(agent.lastSeenAt, at);
    else this.#agents.set(agentId, { lastSeenAt: at, renewedAt: -Infinity, renewedFrom: -Infinity });
  }

  /**
   * The leases to renew now; none while no agent is due. Agents that would be due before the next round are
   * included, so that one statement renews all agents of the hub.
   */
  leasesDue(now: number): Lease[] {
    const leases: Lease[] = [];
    let isAnyDue = false;
    for (const [agentId, agent] of this.#agents) {
      if (now - agent.lastSeenAt > leaseMs) this.#agents.delete(agentId);
      else if (agent.lastSeenAt > agent.renewedFrom) {
        const sinceRenewal = now - agent.renewedAt;
        if (sinceRenewal >= hubRenewalIntervalMs) isAnyDue = true;
        if (sinceRenewal >= hubRenewalIntervalMs / 2)
          leases.push({ agentId, leaseUntil: agent.lastSeenAt + leaseMs });
      }
    }
    return isAnyDue ? leases : [];
  }

  /** Moves all times, because the clock has changed by this much. */
  moveClock(ms: number): void {
    for (const agent of this.#agents.values()) {
      agent.lastSeenAt += ms;
      agent.renewedAt += ms;
      agent.renewedFrom += ms;
    }
  }

  /** Records that the database has these leases. */
  markRenewed(leases: readonly Lease[], now: number): void {
    for (const { agentId, leaseUntil } of leases) {
      const agent = this.#agents.get(agentId);
      if (!agent) continue;
      agent.renewedAt = now;
      agent.renewedFrom = leaseUntil - leaseMs;
    }
  }
}
