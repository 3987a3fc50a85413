import { type Interval, meanInterval } from './mean-interval.ts';
import type { DayFigures, Figures } from './measure-day.ts';

/** The mean of each figure over the runs. A figure that no run has is missing. */
export type Summary = Readonly<Record<string, Interval>>;

export type DeskSummary = {
  readonly total: Summary;
  /** In the order of the settings. */
  readonly queues: readonly Summary[];
  /** In the order of the desk plan. */
  readonly agents: readonly Summary[];
};

export const summarise = (runs: readonly DayFigures[]): DeskSummary => ({
  total: summaryOf(runs.map(({ total }) => total)),
  queues: runs[0]!.queues.map((_, i) => summaryOf(runs.map(({ queues }) => queues[i]!))),
  agents: runs[0]!.agents.map((_, i) => summaryOf(runs.map(({ agents }) => agents[i]!))),
});

/**
 * The total figures of `b` minus those of `a`, run by run. Both ran the same days, so the variation between days cancels out
 * and the intervals are narrow.
 */
export const summariseDifference = (a: readonly DayFigures[], b: readonly DayFigures[]): Summary =>
  summaryOf(
    b.map(({ total }, run) =>
      Object.fromEntries(Object.entries(total).map(([name, value]) => [name, value - a[run]!.total[name]!])),
    ),
  );

function summaryOf(runs: readonly Figures[]): Summary {
  return Object.fromEntries(
    Object.keys(runs[0]!).flatMap((name) => {
      const interval = meanInterval(runs.map((figures) => figures[name]!));
      return interval ? [[name, interval]] : [];
    }),
  );
}
