/**
 * An interval in which no process served the workspace, or by which the clock jumped. Both in ms since 1970. The clock
 * was set back if `now` is before `servedUntil`.
 */
export type Gap = { servedUntil: number; now: number };

/** A shorter interval is no gap: a sweep can be late, and clocks of several processes differ a little. */
export const gapToleranceMs = 5_000;

/** How long a deadline runs at least after a gap, so that people can reconnect. In ms. */
export const reconnectGraceMs = 30_000;

/**
 * What is known about when the desk served. `ownServedUntil`: when this process last swept the workspace. Null: it has
 * just started. `recordedUntil`: what the database says about all processes. Null: nothing.
 */
type Served = { now: number; ownServedUntil: number | null; recordedUntil: number | null };

const isNear = (a: number, b: number) => Math.abs(a - b) <= gapToleranceMs;

/** The gap that ends now, or null if there is none. While one process serves, no other process finds a gap. */
export function findGap({ now, ownServedUntil, recordedUntil }: Served): Gap | null {
  if (ownServedUntil !== null && isNear(ownServedUntil, now)) return null;
  if (recordedUntil !== null && isNear(recordedUntil, now)) return null;
  if (ownServedUntil === null) return recordedUntil === null ? null : { servedUntil: recordedUntil, now };
  // A process whose clock is ahead has served meanwhile.
  if (ownServedUntil < now && recordedUntil !== null && recordedUntil > now) return null;
  return { servedUntil: Math.max(ownServedUntil, recordedUntil ?? 0), now };
}

/** A deadline, in ms since 1970, and how long it runs from the start, in ms. */
export type RunningDeadline = { deadline: number; lengthMs: number };

/**
 * The deadline after a gap: what was left of it when the gap began, at least the grace for reconnecting, and at most
 * its whole length.
 */
export function deadlineAfterGap({ deadline, lengthMs }: RunningDeadline, gap: Gap): number {
  // If the clock was set back, a deadline that is no farther off than its length may have been set since then.
  const isSetAfterGap = gap.now < gap.servedUntil && deadline - lengthMs <= gap.now;
  const leftMs = deadline - (isSetAfterGap ? gap.now : gap.servedUntil);
  return gap.now + Math.min(Math.max(leftMs, reconnectGraceMs), lengthMs);
}

/**
 * A time in the past, after a gap. If the clock was set back, a time that is still to come moves back with it, so that
 * durations since then stay true and are never negative.
 */
export const pastTimeAfterGap = (time: number, { servedUntil, now }: Gap): number =>
  time <= now ? time : Math.min(now, time - (servedUntil - now));
