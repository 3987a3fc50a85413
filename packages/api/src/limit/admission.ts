/** How much work the process does at a time. */
export type AdmissionLimits = {
  /** Requests that the process works on at once. */
  maxInFlight: number;
};

/**
 * Counts the requests that the process works on. A server that starts everything it gets finishes nothing in time, so it
 * refuses what exceeds the bound, which costs little. A request that waits for its client’s body does not count.
 */
export class Admission {
  readonly #maxInFlight: number;
  #inFlight = 0;
  #refused = 0;

  constructor({ maxInFlight }: AdmissionLimits) {
    this.#maxInFlight = maxInFlight;
  }

  /** Whether the process should refuse a further request. */
  get isFull(): boolean {
    return this.#inFlight >= this.#maxInFlight;
  }

  enter(): void {
    this.#inFlight += 1;
  }

  leave(): void {
    this.#inFlight -= 1;
  }

  /** Waits for the client without counting the request. */
  async outside<T>(waiting: Promise<T>): Promise<T> {
    this.leave();
    try {
      return await waiting;
    } finally {
      this.enter();
    }
  }

  /** Counts a refused request. */
  refuse(): void {
    this.#refused += 1;
  }

  /** The requests that were refused since the last call. */
  takeRefused(): number {
    const refused = this.#refused;
    this.#refused = 0;
    return refused;
  }
}
