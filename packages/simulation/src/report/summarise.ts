import { type Interval, meanInterval } from './mean-interval.ts';
import type { DayFigures, Figures } from './measure-day.ts';

/** Each figure’s mean over the runs; a figure that no run had is left out. */
export type Summary = Readonly<Record<string, Interval>>;
export type DeskSummary = {
  readonly total: Summary;
  readonly queues: readonly Summary[];
  readonly agents: readonly Summary[];
};

export const summarise = (runs: readonly DayFigures[]): DeskSummary => ({
  total: summaryOf(runs.map(({ total }) => total)),
  queues: runs[0]!.queues.map((_, i) => summaryOf(runs.map(({ queues }) => queues[i]!))),
  agents: runs[0]!.agents.map((_, i) => summaryOf(runs.map(({ agents }) => agents[i]!))),
});

/** What `b` has more than `a`, run by run: both saw the same days, so that what they share cancels out. */
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
