import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineAfterGap, findGap, gapToleranceMs, pastTimeAfterGap, reconnectGraceMs } from './gap.ts';

const now = 1_800_000_000_000;
const served = (ownServedUntil: number | null, recordedUntil: number | null) =>
  findGap({ now, ownServedUntil, recordedUntil });

describe('a gap', () => {
  it('is the time since the last record when a process starts', () => {
    expect(served(null, now - 62_000)).toEqual({ servedUntil: now - 62_000, now });
    expect(served(null, now + 3_600_000)).toEqual({ servedUntil: now + 3_600_000, now });
    expect(served(null, null)).toBeNull();
  });

  it('is not found while this process sweeps, even if the record is old or of another clock', () => {
    for (const recorded of [null, 0, now - 3_600_000, now + 3_600_000])
      expect(served(now - gapToleranceMs, recorded)).toBeNull();
  });

  it('is not found by a suspended process while another one served', () => {
    expect(served(now - 600_000, now - 1_000)).toBeNull();
    expect(served(now - 600_000, now + 60_000)).toBeNull();
  });

  it('is found by a process that was suspended, or whose clock was set forward or back', () => {
    expect(served(now - 600_000, now - 601_000)).toEqual({ servedUntil: now - 600_000, now });
    expect(served(now + 600_000, now + 599_000)).toEqual({ servedUntil: now + 600_000, now });
  });
});

describe('a deadline after a gap', () => {
  const gaps = fc.integer({ min: -40_000_000_000, max: 40_000_000_000 });
  const lengths = fc.integer({ min: reconnectGraceMs, max: 86_400_000 });

  it('has what was left, at least the grace and at most its length, whatever the gap', () => {
    fc.assert(
      fc.property(gaps, lengths, fc.double({ min: 0, max: 1, noNaN: true }), (gapMs, lengthMs, part) => {
        const servedUntil = now - gapMs;
        const setAt = servedUntil - Math.floor(lengthMs * part);
        const deadline = setAt + lengthMs;
        const leftMs = deadlineAfterGap({ deadline, lengthMs }, { servedUntil, now }) - now;
        expect(leftMs).toBeGreaterThanOrEqual(reconnectGraceMs);
        expect(leftMs).toBeLessThanOrEqual(lengthMs);
        expect(leftMs).toBeGreaterThanOrEqual(
          Math.max(reconnectGraceMs, deadline - servedUntil) * Number(gapMs > 0),
        );
      }),
    );
  });

  it('keeps its time if it was set after the clock was set back', () => {
    const running = { deadline: now + 60_000, lengthMs: 60_000 };
    expect(deadlineAfterGap(running, { servedUntil: now + 3_600_000, now })).toBe(now + 60_000);
  });
});

it('moves past times back with the clock, never to a time still to come', () => {
  const back = { servedUntil: now + 3_600_000, now };
  expect(pastTimeAfterGap(now + 3_590_000, back)).toBe(now - 10_000);
  expect(pastTimeAfterGap(now + 3_700_000, back)).toBe(now);
  expect(pastTimeAfterGap(now - 5, back)).toBe(now - 5);
  expect(pastTimeAfterGap(now - 5, { servedUntil: now - 60_000, now })).toBe(now - 5);
});
