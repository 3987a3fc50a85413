import type { Settings } from '@chat-ticket/contract';
import { sampleDay } from './day/sample-day.ts';
import type { SimulateDay } from './engine/engine.ts';
import { type DayFigures, measureDay } from './measure/measure-day.ts';
import { type DeskSummary, summarise, summariseDifference, type Summary } from './measure/summarise.ts';
import type { ScenarioPlan } from './scenario/read-scenario.ts';

export type Comparison = {
  /** One entry for each of the settings, in their order. */
  readonly desks: readonly DeskSummary[];
  /** The second desk minus the first. Undefined unless there are two. */
  readonly difference?: Summary;
};

/** Simulates the scenario once for each of the settings. Each run draws one day, and all settings run that day. */
export async function simulateDesks(
  { day: dayPlan, agents, runs, warmUpMs, thresholdsSeconds }: ScenarioPlan,
  settings: readonly Settings[],
  simulate: SimulateDay,
): Promise<Comparison> {
  const figures = settings.map((): DayFigures[] => []);
  for (let run = 0; run < runs; run++) {
    const day = sampleDay(dayPlan, run);
    for (const [i, one] of settings.entries()) {
      const outcome = await simulate(day, { settings: one, agents }, { warmUpMs });
      const goalSeconds = one.queues.map(({ goal }) => goal.seconds);
      figures[i]!.push(measureDay(day, outcome, { warmUpMs, thresholdsSeconds, goalSeconds }));
    }
  }
  const desks = figures.map(summarise);
  const [first, second] = figures;
  return second ? { desks, difference: summariseDifference(first!, second) } : { desks };
}
