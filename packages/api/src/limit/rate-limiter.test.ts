import { describe, expect, it } from 'vitest';
import { RateLimiter } from './rate-limiter.ts';

const start = 1_000_000;

/** Takes as often as the key may at this time. */
function takeAll(limiter: RateLimiter, perMinute: number, now: number, key = 'a'): number {
  let taken = 0;
  while (limiter.waitMs(key, perMinute, now) === 0 && taken < 10_000) {
    limiter.take(key, perMinute, now);
    taken += 1;
  }
  return taken;
}

describe('a rate limiter', () => {
  it.each([1, 7, 60, 6_000])('allows %i at once and no more', (perMinute) => {
    const limiter = new RateLimiter();
    expect(takeAll(limiter, perMinute, start)).toBe(perMinute);
    expect(takeAll(limiter, perMinute, start, 'b')).toBe(perMinute);
  });

  it('gives back evenly, and says how long to wait', () => {
    const limiter = new RateLimiter();
    takeAll(limiter, 60, start);
    expect(limiter.waitMs('a', 60, start)).toBe(1_000);
    expect(limiter.waitMs('a', 60, start + 400)).toBeCloseTo(600);
    expect(takeAll(limiter, 60, start + 3_500)).toBe(3);
    expect(takeAll(limiter, 60, start + 120_000)).toBe(60);
  });

  it('allows one more after one is given back', () => {
    const limiter = new RateLimiter();
    takeAll(limiter, 5, start);
    limiter.giveBack('a');
    expect(takeAll(limiter, 5, start)).toBe(1);
  });

  it('forgets a key that gets back all it used', () => {
    const limiter = new RateLimiter();
    limiter.take('a', 5, start);
    limiter.take('a', 5, start);
    limiter.giveBack('a');
    expect(limiter.size).toBe(1);
    limiter.giveBack('a');
    limiter.giveBack('unknown');
    expect(limiter.size).toBe(0);
    expect(takeAll(limiter, 5, start)).toBe(5);
  });

  it('asks for a minute at most after the clock was set back or forward', () => {
    const limiter = new RateLimiter();
    takeAll(limiter, 60, start + 86_400_000);
    expect(limiter.waitMs('a', 60, start)).toBe(1_000);
    limiter.take('b', 60, start + 86_400_000);
    expect(takeAll(limiter, 60, start, 'b')).toBe(59);
    expect(takeAll(limiter, 60, start + 60_000, 'b')).toBe(60);
  });

  it('applies a limit that was raised or lowered at once', () => {
    const limiter = new RateLimiter();
    takeAll(limiter, 10, start);
    expect(takeAll(limiter, 60, start)).toBe(50);
    expect(limiter.waitMs('a', 2, start)).toBe(30_000);
  });
});
