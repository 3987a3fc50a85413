import type { Settings } from '@chat-ticket/contract';
import { sampleDay } from './day/sample-day.ts';
import type { Engine } from './engine.ts';
import { type DayFigures, measureDay } from './report/measure-day.ts';
import { type DeskSummary, summarise, summariseDifference, type Summary } from './report/summarise.ts';
import { simulateDay } from './rule/simulate-day.ts';
import type { Plan } from './scenario/read-scenario.ts';

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
