import { maxFrameBurst, maxFramesPerSecond } from './limits.ts';

/** Counts the frames of one client against the limits. The count is kept in memory only. */
export class FrameAllowance {
  #frames = maxFrameBurst;
  #countedAt: number;

  constructor(now: number) {
    this.#countedAt = now;
  }

  /** Counts a frame. Returns false when the client has sent too many. */
  take(now: number): boolean {
    const gained = (Math.max(0, now - this.#countedAt) * maxFramesPerSecond) / 1_000;
    this.#countedAt = now;
    this.#frames = Math.min(maxFrameBurst, this.#frames + gained) - 1;
    return this.#frames >= 0;
  }
}
