import type { AgentOutcome } from './outcome.ts';

/** From the warm-up to the end of the day. Ms since 1970, end excluded. */
export type Window = { readonly from: number; readonly until: number };

/** What an agent comes to within the window. */
export class AgentTally implements AgentOutcome {
  misses = 0;
  loadMs = 0;
  roomMs = 0;
  #countedAt = 0;
  readonly #window: Window;

  constructor(window: Window) {
    this.#window = window;
  }

  miss(now: number): void {
    if (now >= this.#window.from && now < this.#window.until) this.misses++;
  }

  /** Counts the time up to now, through which the agent was so. */
  pass(now: number, agent: { routable: boolean; load: number; capacity: number }): void {
    const ms = Math.min(now, this.#window.until) - Math.max(this.#countedAt, this.#window.from);
    this.#countedAt = now;
    if (ms <= 0 || !agent.routable) return;
    this.loadMs += agent.load * ms;
    this.roomMs += agent.capacity * ms;
  }
}
