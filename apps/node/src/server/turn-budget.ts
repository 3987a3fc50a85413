/** How long one turn of the event loop may start requests, in ms. */
const turnMs = 250;
/** Requests that a turn may start however long it takes. The pause of a busy machine must not refuse a few requests. */
const freeRequests = 64;

/**
 * Bounds how many requests one turn of the event loop starts. A request that is served without waiting is never in
 * flight with another one, so only the length of the turn shows that more arrive than the process can serve.
 */
export class TurnBudget {
  #startedAt = 0;
  #requests = 0;

  /** Counts a request, and returns whether the turn may start it. */
  take(): boolean {
    if (this.#requests === 0) {
      this.#startedAt = performance.now();
      setImmediate(() => {
        this.#requests = 0;
      });
    }
    this.#requests += 1;
    return this.#requests <= freeRequests || performance.now() - this.#startedAt < turnMs;
  }
}
