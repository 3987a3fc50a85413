import type { FactGap } from '../fact/facts.ts';

/**
 * How long the time from `from` until `until` lasted, without gaps, in ms.
 * @see packages/storage/src/report/served-ms.ts `servedMs`, the same rule in SQL
 */
export const servedMs = (from: number, until: number, gaps: readonly FactGap[]): number =>
  Math.max(
    0,
    gaps.reduce(
      (left, gap) => left - Math.max(0, Math.min(gap.endedAt, until) - Math.max(gap.beganAt, from)),
      until - from,
    ),
  );
