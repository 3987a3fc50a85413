import { Heap } from './heap.ts';

export type Timer = { readonly at: number; readonly order: number; readonly run: () => void; place: number };

/** Virtual time: what is due, by its time and then in the order in which it was set. */
export class Timeline {
  now: number;
  /** Called after each timer. */
  afterEach: (() => void) | undefined;
  #set = 0;
  readonly #timers = new Heap<Timer>((a, b) => a.at - b.at || a.order - b.order);

  constructor(startsAt: number) {
    this.now = startsAt;
  }

  set(at: number, run: () => void): Timer {
    const timer = { at, order: this.#set++, run, place: -1 };
    this.#timers.push(timer);
    return timer;
  }

  cancel(timer: Timer): void {
    if (timer.place >= 0) this.#timers.remove(timer);
  }

  /** Runs all that falls due by then, and stands at that time; without one, all there is. */
  runUntil(until = Infinity): void {
    for (let timer = this.#timers.first; timer && timer.at <= until; timer = this.#timers.first) {
      this.#timers.remove(timer);
      this.now = timer.at;
      timer.run();
      this.afterEach?.();
    }
    if (until < Infinity) this.now = until;
  }
}
