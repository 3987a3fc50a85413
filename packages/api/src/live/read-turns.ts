import { pagesPerTurn } from './limits.ts';

/**
 * Lets other work of the process run between the pages that connections read, however many of them resume at once. An
 * embedded database answers at once, so reads alone would never give the event loop a turn.
 */
export class ReadTurns {
  readonly #pause: (ms: number) => Promise<void>;
  #pages = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(pause: (ms: number) => Promise<void>) {
    this.#pause = pause;
  }

  /** Resolves when one page may be read. */
  take(): Promise<void> {
    this.#last = this.#last.then(async () => {
      if (this.#pages >= pagesPerTurn) {
        await this.#pause(0);
        this.#pages = 0;
      }
      this.#pages += 1;
    });
    return this.#last;
  }
}
