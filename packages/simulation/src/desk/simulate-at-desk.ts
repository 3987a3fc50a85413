import type { Engine } from '../engine.ts';
import { Timeline } from '../rule/timeline.ts';
import { DeskDay } from './desk-day.ts';
import { openVirtualDesk } from './open-virtual-desk.ts';

/** Lets the day happen at the desk itself: its handlers, its database, its sweep, in virtual time. */
export const simulateAtDesk: Engine = async (day, plan, options) => {
  const timeline = new Timeline<Promise<void>>(day.startsAt);
  const desk = await openVirtualDesk(() => timeline.now);
  try {
    return await new DeskDay({ day, plan, options }, { desk, timeline }).run();
  } finally {
    await desk.close();
  }
};
