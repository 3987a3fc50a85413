import { setTimeout as sleep } from 'node:timers/promises';
import { isWaitable } from './engine-error.ts';

const minDelayMs = 2;
const maxDelayMs = 20;

/** Waits for the write lock without blocking the event loop, in which the lock's owner must commit. */
export class BusyWait {
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal;

  constructor(timeoutMs: number, signal: AbortSignal) {
    this.#timeoutMs = timeoutMs;
    this.#signal = signal;
  }

  /** Repeats the attempt while the database is locked, up to the timeout. Throws the last error. */
  async retry<T>(attempt: () => T): Promise<T> {
    const deadline = performance.now() + this.#timeoutMs;
    for (;;) {
      try {
        return attempt();
      } catch (error) {
        if (!isWaitable(error) || this.#signal.aborted || performance.now() >= deadline) throw error;
      }
      await sleep(minDelayMs + Math.random() * (maxDelayMs - minDelayMs));
    }
  }
}
