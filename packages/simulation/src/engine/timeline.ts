import { Heap } from './heap.ts';
import type { Phase } from './phase.ts';

/** A scheduled event. */
export type Timer<Result = void> = {
  /** Ms since 1970. */
  readonly at: number;
  readonly phase: Phase;
  /** The index of the ticket, agent or queue that it is for. The lower goes first at the same time and phase. */
  readonly index: number;
  readonly run: () => Result;
  /** -1: it has run or was cancelled. */
  heapIndex: number;
};

/** A clock in virtual time, with its timers in the order of time, phase and index. */
export class Timeline<Result = void> {
  /** Ms since 1970. */
  now: number;
  readonly #timers = new Heap<Timer<Result>>((a, b) => a.at - b.at || a.phase - b.phase || a.index - b.index);

  constructor(startsAt: number) {
    this.now = startsAt;
  }

  /** The number of timers that have not run. */
  get pendingCount(): number {
    return this.#timers.items.length;
  }

  schedule(at: number, phase: Phase, index: number, run: () => Result): Timer<Result> {
    const timer = { at, phase, index, run, heapIndex: -1 };
    this.#timers.push(timer);
    return timer;
  }

  /** Does nothing if the timer has run or was cancelled. */
  cancel(timer: Timer<Result>): void {
    if (timer.heapIndex >= 0) this.#timers.remove(timer);
  }

  /** Moves the clock to the next timer, removes it and returns it. Undefined: no timer is due until then. */
  next(until = Infinity): Timer<Result> | undefined {
    const timer = this.#timers.first;
    if (!timer || timer.at > until) return undefined;
    this.#timers.remove(timer);
    this.now = timer.at;
    return timer;
  }
}
