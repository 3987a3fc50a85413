/** The keys beyond which the limiter forgets those that have used nothing in the last minute. */
const maxIdleKeys = 10_000;
/** The keys that the limiter remembers at most. Beyond it the oldest is forgotten. */
const maxKeys = 200_000;

const periodMs = 60_000;
/** Sums of fractions can miss a whole number by a little. */
const tolerance = 1e-6;

/** What a key had used at a time. */
type Use = { used: number; at: number };

/** Counts what keys do per minute. Up to a minute’s worth can come at once; what is used comes back evenly. */
export class RateLimiter {
  readonly #uses = new Map<string, Use>();
  #pruneAbove = maxIdleKeys;

  /** How long the key must wait until it can do one more, in ms. 0: it need not wait. */
  waitMs(key: string, perMinute: number, now: number): number {
    const excess = this.#usedBy(key, perMinute, now) + 1 - perMinute;
    return excess <= tolerance ? 0 : (excess * periodMs) / perMinute;
  }

  /** Counts one for the key. */
  take(key: string, perMinute: number, now: number): void {
    this.#uses.set(key, { used: this.#usedBy(key, perMinute, now) + 1, at: now });
    if (this.#uses.size > this.#pruneAbove) this.#prune(now);
  }

  /** Counts one less for the key. Forgets a key that has used nothing more. */
  giveBack(key: string): void {
    const use = this.#uses.get(key);
    if (!use) return;
    use.used -= 1;
    if (use.used <= tolerance) this.#uses.delete(key);
  }

  /** How many keys the limiter remembers. */
  get size(): number {
    return this.#uses.size;
  }

  /** What the key has used and not got back. A clock that was set back gives nothing back, and takes nothing. */
  #usedBy(key: string, perMinute: number, now: number): number {
    const use = this.#uses.get(key);
    if (!use) return 0;
    const returned = (Math.max(0, now - use.at) * perMinute) / periodMs;
    // A limit that was lowered must not make the key wait for more than a minute.
    return Math.min(Math.max(0, use.used - returned), perMinute);
  }

  #prune(now: number): void {
    for (const [key, { at }] of this.#uses) if (Math.abs(now - at) >= periodMs) this.#uses.delete(key);
    for (const key of this.#uses.keys()) {
      if (this.#uses.size <= maxKeys) break;
      this.#uses.delete(key);
    }
    this.#pruneAbove = Math.max(maxIdleKeys, Math.min(maxKeys, this.#uses.size * 2));
  }
}
