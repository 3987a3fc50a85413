import type { Day } from '../day/day.ts';
import type { DeskPlan } from '../engine/desk-plan.ts';
import type { Engine, SimulateOptions } from '../engine/engine.ts';
import type { Outcome } from '../engine/outcome.ts';
import { DayRun } from './day-run.ts';

/**
 * Runs a day by the routing rules of `domain`, without a database. No ticket arrives after the end of the day, but the run
 * goes on until every ticket is done or nothing more can happen.
 */
export const simulateDay = (day: Day, desk: DeskPlan, options: SimulateOptions = {}): Outcome =>
  new DayRun(day, desk, options).run();

export const ruleEngine = { name: 'rule', simulate: simulateDay } satisfies Engine;
