import type { AgentOutcome } from './outcome.ts';

/** The part of a day in which agents are measured. Ms since 1970; `until` is excluded. */
export type MeasuredPeriod = { readonly from: number; readonly until: number };

/** Counts an agent’s outcome while a run goes on. */
export class AgentTally implements AgentOutcome {
  misses = 0;
  loadMs = 0;
  capacityMs = 0;
  #countedUntil = 0;
  readonly #period: MeasuredPeriod;

  constructor(period: MeasuredPeriod) {
    this.#period = period;
  }

  countMiss(now: number): void {
    if (now >= this.#period.from && now < this.#period.until) this.misses++;
  }

  /** Counts the time since the last call. The agent was in this state for all of it. */
  countTime(now: number, agent: { routable: boolean; load: number; capacity: number }): void {
    const ms = Math.min(now, this.#period.until) - Math.max(this.#countedUntil, this.#period.from);
    this.#countedUntil = now;
    if (ms <= 0 || !agent.routable) return;
    this.loadMs += agent.load * ms;
    this.capacityMs += agent.capacity * ms;
  }
}
