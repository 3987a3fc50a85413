import { describe, expect, it } from 'vitest';
import { createSampler, type Distribution } from './distribution.ts';
import { createRandom } from './random.ts';

const sample = (distribution: Distribution, count = 200_000) => {
  const draw = createSampler(distribution, createRandom(5, 0, 0));
  const ms = Array.from({ length: count }, draw);
  const mean = ms.reduce((sum, one) => sum + one, 0) / count;
  const sd = Math.sqrt(ms.reduce((sum, one) => sum + (one - mean) ** 2, 0) / count);
  return { ms, mean: mean / 1000, sd: sd / 1000 };
};

describe('a distribution (seed 5)', () => {
  it.each([
    [{ distribution: 'exponential', meanSeconds: 300 }, 300, 300],
    [{ distribution: 'lognormal', meanSeconds: 400, sdSeconds: 200 }, 400, 200],
    [{ distribution: 'constant', seconds: 12.5 }, 12.5, 0],
    [{ distribution: 'empirical', seconds: [10, 20, 60] }, 30, 21.6],
  ] as const)('%j has the mean %d and the standard deviation %d', (distribution, mean, sd) => {
    const found = sample(distribution);
    expect(Math.abs(found.mean - mean)).toBeLessThanOrEqual(mean * 0.01);
    expect(Math.abs(found.sd - sd)).toBeLessThanOrEqual(sd * 0.02);
  });

  it('yields whole, non-negative milliseconds', () => {
    for (const distribution of ['exponential', 'lognormal'] as const) {
      const { ms } = sample({ distribution, meanSeconds: 0.5, sdSeconds: 1 }, 1_000);
      expect(ms.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
    }
  });
});
