import type { Day } from '../day/day.ts';
import type { DeskPlan, SimulateOptions } from '../engine.ts';
import { DayRun } from './day-run.ts';
import type { Outcome } from './outcome.ts';

/**
 * Lets the day happen to the desk. After its end nobody comes any more, but what was taken in goes on until it is
 * done or can’t be.
 */
export const simulateDay = (day: Day, desk: DeskPlan, options: SimulateOptions = {}): Outcome =>
  new DayRun(day, desk, options).run();
