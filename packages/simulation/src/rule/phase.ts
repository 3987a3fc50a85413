/**
 * The order of what falls into the same millisecond, the same for every engine: picks are still in time, then
 * comes all that is due and one decision for it, then what people do, each with its own decision.
 */
export const phase = {
  pick: 0,
  hours: 1,
  miss: 2,
  wrapUpOver: 3,
  widen: 4,
  askAgain: 5,
  decision: 6,
  shiftEnd: 7,
  close: 8,
  shiftStart: 9,
  giveUp: 10,
  arrival: 11,
} as const;

export type Phase = (typeof phase)[keyof typeof phase];
