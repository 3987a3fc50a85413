import type { Settings } from '@chat-ticket/contract';
import {
  type Day,
  type DayFigures,
  type DeskPlan,
  type DeskSummary,
  measureDay,
  type Outcome,
  sampleDay,
  type SimulateOptions,
  simulateDay,
  summarise,
  summariseDifference,
  type Summary,
} from '@chat-ticket/domain';
import type { Plan } from './read-scenario.ts';

/** What lets a day happen to a desk. All engines get the same days. */
export type Engine = (day: Day, desk: DeskPlan, options: SimulateOptions) => Outcome | Promise<Outcome>;

export type Comparison = {
  readonly desks: readonly DeskSummary[];
  /** What the second desk has more than the first; there with two desks. */
  readonly difference?: Summary;
};

/** Lets each run’s day happen to a desk for each of the settings. */
export async function simulateDesks(
  { day: dayPlan, agents, runs, warmUpMs, thresholdsSeconds }: Plan,
  settings: readonly Settings[],
  engine: Engine = simulateDay,
): Promise<Comparison> {
  const figures = settings.map((): DayFigures[] => []);
  for (let run = 0; run < runs; run++) {
    const day = sampleDay(dayPlan, run);
    for (const [i, one] of settings.entries()) {
      const outcome = await engine(day, { settings: one, agents }, { warmUpMs });
      const goalSeconds = one.queues.map(({ goal }) => goal.seconds);
      figures[i]!.push(measureDay(day, outcome, { warmUpMs, thresholdsSeconds, goalSeconds }));
    }
  }
  const desks = figures.map(summarise);
  const [first, second] = figures;
  return second ? { desks, difference: summariseDifference(first!, second) } : { desks };
}
