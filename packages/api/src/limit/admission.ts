/** How much work the process does at a time. */
export type AdmissionLimits = {
  /** Requests that the process works on at once. */
  maxInFlight: number;
};

/** A request that the process works on. `since` is when it began, later by the time that it waited for its client. */
export type AdmittedRequest = { since: number };

/** Requests that the process works on however long they take. A slow database is no overload. */
const freeInFlight = 64;
/** How long requests may take on average if there are more, in ms. Callers give up after some seconds. */
const maxAverageMs = 1_500;
/** The weight of the last request in the average. */
const weight = 0.05;
/** A clock that jumps must not distort the average for long. */
const longestMs = 10_000;

/**
 * Counts the requests that the process works on. A server that starts everything it gets finishes nothing in time, so it
 * refuses what exceeds the bound, which costs little. A request that waits for its client’s body does not count.
 */
export class Admission {
  readonly #maxInFlight: number;
  #inFlight = 0;
  #averageMs = 0;
  #refused = 0;

  constructor({ maxInFlight }: AdmissionLimits) {
    this.#maxInFlight = maxInFlight;
  }

  /** Whether the process should refuse a further request. */
  get isFull(): boolean {
    const isSlow = this.#inFlight >= freeInFlight && this.#averageMs > maxAverageMs;
    return isSlow || this.#inFlight >= this.#maxInFlight;
  }

  /** Counts a request. `now` is in ms. */
  enter(now: number): AdmittedRequest {
    this.#inFlight += 1;
    return { since: now };
  }

  leave({ since }: AdmittedRequest, now: number): void {
    this.#inFlight -= 1;
    const tookMs = Math.min(Math.max(0, now - since), longestMs);
    this.#averageMs += (tookMs - this.#averageMs) * weight;
  }

  /** Waits for the client without counting the request. */
  async outside<T>(request: AdmittedRequest | undefined, waiting: Promise<T>, now: () => number): Promise<T> {
    const from = now();
    this.#inFlight -= 1;
    try {
      return await waiting;
    } finally {
      this.#inFlight += 1;
      if (request) request.since += now() - from;
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
