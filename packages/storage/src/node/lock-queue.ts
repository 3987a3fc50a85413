import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { DatabaseUnavailable } from '../database.ts';

/** The longest pause between two tries, in ms. A commit of another process takes a few ms. */
const longestPauseMs = 10;
/** How long work may run before other work of the process gets a turn, in ms. */
const turnMs = 10;

type Waiting = {
  work: () => unknown;
  until: number;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
};

/**
 * Runs work that needs a lock of the database, in order. While another process has the lock, one try serves all that
 * waits, and no try blocks this process.
 */
export class LockQueue {
  readonly #timeoutMs: number;
  readonly #waiting: Waiting[] = [];

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** Throws `DatabaseUnavailable` when the lock is not free in time. */
  async run<T>(work: () => T): Promise<T> {
    if (this.#waiting.length === 0) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
    }
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve, reject, until: performance.now() + this.#timeoutMs });
      if (this.#waiting.length === 1) void this.#runWaiting();
    });
  }

  async #runWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Random, so that two processes do not try at the same moments.
      await sleep(1 + Math.random() * longestPauseMs);
      this.#refuseLate();
      await this.#runWhileFree();
    }
  }

  #refuseLate(): void {
    const now = performance.now();
    while (this.#waiting[0] && this.#waiting[0].until <= now)
      this.#waiting.shift()!.reject(new DatabaseUnavailable('busy'));
  }

  async #runWhileFree(): Promise<void> {
    let startedAt = performance.now();
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      try {
        next.resolve(next.work() as never);
      } catch (error) {
        if (isBusy(error)) return;
        next.reject(error);
      }
      this.#waiting.shift();
      if (performance.now() - startedAt < turnMs) continue;
      await nextTurn();
      startedAt = performance.now();
    }
  }
}

/** Whether another process has the lock. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
