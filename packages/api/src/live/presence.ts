import { leaseMs } from '@chat-ticket/domain';
import type { Lease } from '@chat-ticket/storage';
import { leaseRenewalMs } from './limits.ts';

/** What a hub knows of the agents that are there, over all their devices and tabs. */
export class Presence {
  /** By agent: its last sign of life, and the one that its lease counts from. */
  readonly #lives = new Map<string, { lastAt: number; writtenAt: number; writtenLife: number }>();

  heard(agentId: string, at: number): void {
    const life = this.#lives.get(agentId);
    if (life) life.lastAt = Math.max(life.lastAt, at);
    else this.#lives.set(agentId, { lastAt: at, writtenAt: -Infinity, writtenLife: -Infinity });
  }

  /**
   * The leases to renew now, none while no agent is due. Who would be due before the next round goes along,
   * so that the rounds of all agents become one.
   */
  due(now: number): Lease[] {
    const leases: Lease[] = [];
    let isDue = false;
    for (const [agentId, life] of this.#lives) {
      if (now - life.lastAt > leaseMs) this.#lives.delete(agentId);
      else if (life.lastAt > life.writtenLife) {
        if (now - life.writtenAt >= leaseRenewalMs) isDue = true;
        if (now - life.writtenAt >= leaseRenewalMs / 2)
          leases.push({ agentId, leaseUntil: life.lastAt + leaseMs });
      }
    }
    return isDue ? leases : [];
  }

  /** The leases are in the database. */
  written(leases: readonly Lease[], now: number): void {
    for (const { agentId, leaseUntil } of leases) {
      const life = this.#lives.get(agentId);
      if (!life) continue;
      life.writtenAt = now;
      life.writtenLife = leaseUntil - leaseMs;
    }
  }
}
