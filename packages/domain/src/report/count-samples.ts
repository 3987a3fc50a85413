import type { CountedSamples } from './ticket-figures.ts';
import type { TicketSample } from './ticket-samples.ts';

/**
 * The samples, counted. Each percentile is in the entry that has it.
 * @see packages/storage/src/report/get-ticket-report.ts `getTicketReport`, the same rule in SQL
 */
export function countSamples(samples: readonly TicketSample[]): CountedSamples[] {
  return [...Map.groupBy(samples, ({ figure }) => figure)].flatMap(([figure, ofFigure]) => {
    const seconds = ofFigure
      .flatMap(({ ms }) => (ms === null ? [] : Math.floor(ms / 1000)))
      .toSorted((a, b) => a - b);
    const nearestRank = (percent: number) =>
      seconds.length === 0 ? null : seconds[Math.ceil((seconds.length * percent) / 100) - 1]! * 1000;
    return [...Map.groupBy(ofFigure, ({ detail }) => detail)].map(([detail, own]) => ({
      figure,
      detail,
      count: own.length,
      sumMs: own.reduce((sum, { ms }) => sum + (ms ?? 0), 0),
      p50Ms: nearestRank(50),
      p95Ms: nearestRank(95),
    }));
  });
}
