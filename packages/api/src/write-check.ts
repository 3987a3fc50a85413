import { checkWrite, type Database } from '@chat-ticket/storage';

/** How long a successful check counts, in ms. Probes come more often, and each write costs a sync of the disk. */
const validMs = 10_000;
/** How long a failed check counts, in ms. */
const failedMs = 1_000;

/** Checks rarely that a database takes writes, however often it is asked. */
export class WriteCheck {
  readonly #now: () => number;
  #checkedAt = -Infinity;
  #failure: unknown;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The next check writes, because another write has failed. */
  expire(): void {
    this.#checkedAt = -Infinity;
  }

  /** @throws What the write threw, in this check or in the last one that counts. */
  async run(database: Database): Promise<void> {
    database.checkSpace?.();
    const now = this.#now();
    const age = now - this.#checkedAt;
    const isValid = age >= 0 && age < (this.#failure === undefined ? validMs : failedMs);
    if (!isValid) {
      // Requests that arrive meanwhile get the last result.
      this.#checkedAt = now;
      this.#failure = await checkWrite(database).then(
        () => undefined,
        (error: unknown) => error,
      );
    }
    if (this.#failure !== undefined) throw this.#failure;
  }
}
