import type { Random } from './random.ts';

/** How long something lasts. */
export type Distribution =
  | { readonly distribution: 'exponential'; readonly meanSeconds: number }
  | { readonly distribution: 'lognormal'; readonly meanSeconds: number; readonly sdSeconds: number }
  | { readonly distribution: 'constant'; readonly seconds: number }
  /** One of these, each as likely as the others. */
  | { readonly distribution: 'empirical'; readonly seconds: readonly number[] };

/** Draws whole milliseconds. */
export function drawFrom(law: Distribution, random: Random): () => number {
  switch (law.distribution) {
    case 'exponential':
      return () => Math.round(-Math.log(1 - random()) * law.meanSeconds * 1000);
    case 'lognormal': {
      const variance = Math.log(1 + (law.sdSeconds / law.meanSeconds) ** 2);
      const mean = Math.log(law.meanSeconds * 1000) - variance / 2;
      return () => Math.round(Math.exp(mean + Math.sqrt(variance) * normal(random)));
    }
    case 'constant':
      return () => Math.round(law.seconds * 1000);
    case 'empirical':
      return () => Math.round(law.seconds[Math.floor(random() * law.seconds.length)]! * 1000);
  }
}

/** By Box and Muller. Its twin is thrown away, so that each draw takes the same number of steps. */
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
