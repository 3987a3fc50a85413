import { expect, it } from 'vitest';
import { leaseIsDue, leaseMs } from './lease.ts';

const renewedAt = 1_000_000;

it('leaves a lease alone for the first 30 s, and renews it after', () => {
  expect(leaseIsDue(renewedAt + leaseMs, renewedAt)).toBe(false);
  expect(leaseIsDue(renewedAt + leaseMs, renewedAt + 29_999)).toBe(false);
  expect(leaseIsDue(renewedAt + leaseMs, renewedAt + 30_000)).toBe(true);
});

it('renews a lease that has ended', () => {
  expect(leaseIsDue(renewedAt, renewedAt + 3_600_000)).toBe(true);
});
