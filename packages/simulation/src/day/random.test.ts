import { expect, it } from 'vitest';
import { createRandom } from './random.ts';

const draws = (count: number, ...[seed, run, stream]: [number, number, number]) => {
  const random = createRandom(seed, run, stream);
  return Array.from({ length: count }, random);
};

const word = (n: bigint) => BigInt.asUintN(32, n);

it('produces the numbers of sfc32', () => {
  // PractRand’s definition, from the words 1, 2, 3 and the counter 1. The first 20 rounds mix the state.
  let [a, b, c, counter] = [1n, 2n, 3n, 1n];
  const next = () => {
    const result = word(a + b + counter++);
    [a, b, c] = [b ^ (b >> 9n), word(c + (c << 3n)), word(word((c << 21n) | (c >> 11n)) + result)];
    return Number(result) / 2 ** 32;
  };
  const all = Array.from({ length: 120 }, next);
  expect(draws(100, 1, 2, 3)).toEqual(all.slice(20));
});

it('has one sequence for each seed, run and stream', () => {
  const sequences = [0, 1, 2].flatMap((seed) =>
    [0, 1, 2].flatMap((run) => [1, 2].map((stream) => draws(20, seed, run, stream).join())),
  );
  expect(new Set(sequences).size).toBe(sequences.length);
  expect(draws(20, 2, 1, 2)).toEqual(draws(20, 2, 1, 2));
});

it('is uniform in [0, 1), even for seeds with few bits set', () => {
  for (const seed of [0, 1, 2, 2 ** 31]) {
    const counts = Array.from({ length: 10 }, () => 0);
    for (const draw of draws(100_000, seed, 0, 1)) counts[Math.floor(draw * 10)]!++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // With 9 degrees of freedom, a uniform generator exceeds this once in a thousand.
    expect(chiSquare, `seed ${seed}`).toBeLessThan(27.88);
  }
});
