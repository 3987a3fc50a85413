import { expect, it } from 'vitest';
import { leaseIsDue, leaseMs } from './lease.ts';

const renewedAt = 1_000_000;

it('renews a lease from 30 s after its last renewal, and not before', () => {
  expect(leaseIsDue(renewedAt + leaseMs, renewedAt)).toBe(false);
  expect(leaseIsDue(renewedAt + leaseMs, renewedAt + 29_999)).toBe(false);
  expect(leaseIsDue(renewedAt + leaseMs, renewedAt + 30_000)).toBe(true);
});

it('renews a lease that has ended', () => {
  expect(leaseIsDue(renewedAt, renewedAt + 3_600_000)).toBe(true);
});
