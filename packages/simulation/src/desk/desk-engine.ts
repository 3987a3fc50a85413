import type { Day } from '../day/day.ts';
import type { DeskPlan } from '../engine/desk-plan.ts';
import type { Engine, SimulateOptions } from '../engine/engine.ts';
import type { Outcome } from '../engine/outcome.ts';
import { Timeline } from '../engine/timeline.ts';
import { DeskDay } from './desk-day.ts';
import { openVirtualDesk } from './open-virtual-desk.ts';

/** Runs a day on the real desk in virtual time: the API, a temporary database and the sweep. */
export async function simulateOnDesk(
  day: Day,
  plan: DeskPlan,
  options: SimulateOptions = {},
): Promise<Outcome> {
  const timeline = new Timeline<Promise<void>>(day.startsAt);
  const desk = await openVirtualDesk(() => timeline.now);
  try {
    return await new DeskDay({ day, plan, options }, { desk, timeline }).run();
  } finally {
    await desk.close();
  }
}

export const deskEngine = { name: 'sql', simulate: simulateOnDesk } satisfies Engine;
