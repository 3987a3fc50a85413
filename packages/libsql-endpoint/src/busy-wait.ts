import { setTimeout as sleep } from 'node:timers/promises';
import { isWaitable } from './engine-error.ts';

const minDelayMs = 2;
const maxDelayMs = 20;

/** Waits for the write lock without holding up the event loop, where the lock's owner has to commit. */
export class BusyWait {
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal;

  constructor(timeoutMs: number, signal: AbortSignal) {
    this.#timeoutMs = timeoutMs;
    this.#signal = signal;
  }

  /** Attempts until it succeeds, fails in a way that waiting can't heal, or the time is up. */
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
