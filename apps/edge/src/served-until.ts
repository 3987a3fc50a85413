/** When the last sweep ran, and by when it asked for the next one. Null: no deadline was set. */
export type SweepBy = { sweptAt: number; nextAt: number | null };

/**
 * Until when the sweeper served, in ms since 1970. Between two sweeps it sleeps, so only a sweep that is late, or
 * before the last one, shows a gap. Null: unknown, or no deadline ran.
 */
export function servedUntil(sweepBy: SweepBy | undefined, now: number): number | null {
  if (!sweepBy || sweepBy.nextAt === null) return null;
  return now < sweepBy.sweptAt ? sweepBy.sweptAt : Math.min(Math.max(sweepBy.nextAt, sweepBy.sweptAt), now);
}
