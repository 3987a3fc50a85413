/**
 * The order of events in the same millisecond. Both engines use it, so that they can be compared.
 * Picks come first, because a pick at its deadline is in time. Then everything that falls due happens, with one
 * decision for all of it. Then people act, and each action is followed by its own decision.
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
  abandon: 10,
  arrival: 11,
} as const;

export type Phase = (typeof phase)[keyof typeof phase];
