import type { Random } from './random.ts';

/** A distribution of durations. */
export type Distribution =
  | { readonly distribution: 'exponential'; readonly meanSeconds: number }
  | { readonly distribution: 'lognormal'; readonly meanSeconds: number; readonly sdSeconds: number }
  | { readonly distribution: 'constant'; readonly seconds: number }
  /** One of the values, each with the same probability. */
  | { readonly distribution: 'empirical'; readonly seconds: readonly number[] };

/** Returns a function that draws durations in whole milliseconds. */
export function createSampler(of: Distribution, random: Random): () => number {
  switch (of.distribution) {
    case 'exponential':
      return () => Math.round(-Math.log(1 - random()) * of.meanSeconds * 1000);
    case 'lognormal': {
      const variance = Math.log(1 + (of.sdSeconds / of.meanSeconds) ** 2);
      const mean = Math.log(of.meanSeconds * 1000) - variance / 2;
      return () => Math.round(Math.exp(mean + Math.sqrt(variance) * normal(random)));
    }
    case 'constant':
      return () => Math.round(of.seconds * 1000);
    case 'empirical':
      return () => Math.round(of.seconds[Math.floor(random() * of.seconds.length)]! * 1000);
  }
}

/**
 * A standard normal number by the Box-Muller transform. The transform makes two; the second is not used, so that each
 * draw consumes the same count of random numbers.
 */
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
