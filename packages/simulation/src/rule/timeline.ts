import { Heap } from './heap.ts';
import type { Phase } from './phase.ts';

export type Timer<Answer = void> = {
  readonly at: number;
  readonly phase: Phase;
  /** Of the ticket, agent or queue that it is for: within a phase the lower goes first. */
  readonly index: number;
  readonly run: () => Answer;
  place: number;
};

/** Virtual time: what is due, by its time, its phase and its index. */
export class Timeline<Answer = void> {
  now: number;
  readonly #timers = new Heap<Timer<Answer>>((a, b) => a.at - b.at || a.phase - b.phase || a.index - b.index);

  constructor(startsAt: number) {
    this.now = startsAt;
  }

  get size(): number {
    return this.#timers.items.length;
  }

  set(at: number, when: Phase, index: number, run: () => Answer): Timer<Answer> {
    const timer = { at, phase: when, index, run, place: -1 };
    this.#timers.push(timer);
    return timer;
  }

  cancel(timer: Timer<Answer>): void {
    if (timer.place >= 0) this.#timers.remove(timer);
  }

  /** Takes the next timer out, if it is due by then, and stands at its time. */
  next(until = Infinity): Timer<Answer> | undefined {
    const timer = this.#timers.first;
    if (!timer || timer.at > until) return undefined;
    this.#timers.remove(timer);
    this.now = timer.at;
    return timer;
  }
}
