import { ApiError } from '../error/api-error.ts';
import { RateLimiter } from './rate-limiter.ts';
import { refuseRate } from './refuse-rate.ts';

/**
 * Counts the forged tokens of each address. Beyond the limit the address gets 429 for further ones, instead of 401. Valid
 * tokens of the same address still work: colleagues behind one router have one address. An expired token does not count,
 * because its client must learn that it has to get a new one.
 */
export class FailedTokens {
  readonly #failed = new RateLimiter();
  readonly #perMinute: number;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Waits for the verification of a token, and counts a forged one. Throws `rate_limited` beyond the limit. */
  async counting<Token>(address: string | undefined, now: number, verified: Promise<Token>): Promise<Token> {
    try {
      return await verified;
    } catch (error) {
      this.#count(address, error, now);
      throw error;
    }
  }

  #count(address: string | undefined, thrown: unknown, now: number): void {
    if (address === undefined || !(thrown instanceof ApiError) || thrown.code !== 'token_invalid') return;
    const waitMs = this.#failed.waitMs(address, this.#perMinute, now);
    if (waitMs > 0) refuseRate('failedTokensPerAddress', waitMs);
    this.#failed.take(address, this.#perMinute, now);
  }
}
