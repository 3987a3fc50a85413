import { describe, expect, it } from 'vitest';
import { meanInterval, studentT } from './mean-interval.ts';

describe('studentT', () => {
  it.each([
    [0.95, 1, 12.7062],
    [0.95, 2, 4.3027],
    [0.95, 9, 2.2622],
    [0.95, 10, 2.2281],
    [0.95, 1_000, 1.9623],
    [0.999, 3, 12.924],
    [0.999, 30, 3.646],
  ])(
    'for the confidence %d and %d degrees of freedom is %d, as in printed tables',
    (confidence, degrees, t) => {
      expect(studentT(confidence, degrees)).toBeCloseTo(t, 3);
    },
  );
});

describe('meanInterval', () => {
  it('returns the mean and half of the width of Student’s interval', () => {
    const { mean, halfWidth } = meanInterval([1, 2, 3, 4])!;
    expect(mean).toBe(2.5);
    expect(halfWidth).toBeCloseTo((3.1824 * 1.290994) / 2, 4);
  });

  it('ignores runs that had nothing to measure', () => {
    expect(meanInterval([1, Number.NaN, 3])).toEqual(meanInterval([1, 3]));
    expect(meanInterval([Number.NaN])).toBeUndefined();
    expect(meanInterval([7])).toEqual({ mean: 7, halfWidth: undefined });
  });
});
