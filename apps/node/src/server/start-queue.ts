/**
 * How long a turn of the event loop should take, in ms. Node accepts one connection per turn, so long turns keep new
 * clients waiting while it serves others.
 */
const turnMs = 2;
/** The most requests that a turn starts. */
const maxPerTurn = 64;
/** The queue is full while its first request has waited this long, in ms. */
const fullAfterMs = 250;
/** How long a request may wait in a full queue, in ms. Callers give up after some seconds. */
const maxWaitMs = 1_000;
/** Requests that may wait however long it takes. The pause of a busy machine must not refuse a few requests. */
const freeRequests = 64;

export type QueuedRequest = {
  start: () => void;
  /** Called instead of `start` when the queue is full. */
  refuse: () => void;
};

/**
 * Starts requests in the order in which they arrive: so many per turn of the event loop that turns stay short. The
 * embedded database does its work without waiting, so only the time in this queue shows that more requests arrive than
 * the process can serve.
 */
export class StartQueue {
  readonly #now: () => number;
  readonly #waiting: (QueuedRequest & { since: number })[] = [];
  #perTurn = maxPerTurn;
  #startedInTurn = 0;
  /** Undefined while there is nothing to do. */
  #turnStartedAt: number | undefined;

  /** `now` returns ms of a clock that never jumps. */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  add(request: QueuedRequest): void {
    const now = this.#now();
    if (this.#turnStartedAt === undefined) this.#beginTurn(now);
    if (this.#waiting.length === 0 && this.#startedInTurn < this.#perTurn) this.#start(request);
    else if (this.#hasWaited(fullAfterMs, now)) request.refuse();
    else this.#waiting.push({ ...request, since: now });
  }

  #beginTurn(now: number): void {
    this.#turnStartedAt = now;
    this.#startedInTurn = 0;
    setImmediate(this.#endTurn);
  }

  readonly #endTurn = (): void => {
    const now = this.#now();
    const isLong = now - this.#turnStartedAt! > turnMs;
    this.#perTurn = isLong ? Math.max(1, this.#perTurn >> 1) : Math.min(maxPerTurn, this.#perTurn + 1);
    if (this.#waiting.length === 0 && this.#startedInTurn === 0) {
      this.#turnStartedAt = undefined;
      return;
    }
    this.#beginTurn(now);
    while (this.#waiting.length > 0 && this.#startedInTurn < this.#perTurn) this.#startFirst(now);
  };

  #startFirst(now: number): void {
    const isTooLate = this.#hasWaited(maxWaitMs, now);
    const first = this.#waiting.shift()!;
    if (isTooLate) first.refuse();
    else this.#start(first);
  }

  #start({ start }: QueuedRequest): void {
    this.#startedInTurn += 1;
    start();
  }

  /** Whether many requests wait, and the first of them for this long. */
  #hasWaited(ms: number, now: number): boolean {
    const [first] = this.#waiting;
    return first !== undefined && this.#waiting.length > freeRequests && now - first.since > ms;
  }
}
