import { dayMs, offsetSpans, type OffsetSpan } from '../time/time-zone.ts';

/** A day of the week. */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/**
 * When a queue is open, in local times `HH:MM`. `to` is later than `from` and may be `24:00`. The intervals of a
 * day may touch, overlap and be in any order.
 */
export type OpeningHours = {
  /** An IANA time zone, such as `Asia/Singapore`. */
  readonly timeZone: string;
  readonly weekly: { readonly [Day in Weekday]?: readonly { readonly from: string; readonly to: string }[] };
  /** Local dates `YYYY-MM-DD` on which the queue is closed all day. */
  readonly holidays: readonly string[];
};

/** A time during which a queue is open, in ms since 1970. It does not include `closesAt`. */
export type OpenPeriod = { readonly opensAt: number; readonly closesAt: number };

/** The `closesAt` of a queue that never closes: the last instant of a JavaScript Date. */
export const forever = 8.64e15;

const daysFromSunday = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const satisfies Weekday[];

/**
 * The open periods that overlap [from, until), in order, with touching periods joined: exactly the times at which a clock in
 * the queue’s zone shows an open time. In an hour that clocks skip nothing is open; an hour that they repeat counts twice.
 * `null` hours are always open. Periods are not clipped to the range, but parts more than a week outside it can be missing.
 * @see packages/storage/src/sql/opening-hours.ts `openClock`, which reads the stored periods
 */
export function openPeriods(hours: OpeningHours | null, from: number, until: number): OpenPeriod[] {
  if (hours === null) return [{ opensAt: 0, closesAt: forever }];
  // A week back and forth gives whole periods if the week has any gap.
  const periods = offsetSpans(
    hours.timeZone,
    Math.floor(from / dayMs) - 8,
    Math.floor(until / dayMs) + 9,
  ).flatMap((span) => periodsOfSpan(hours, span));
  return joined(periods).filter(({ opensAt, closesAt }) => opensAt < until && closesAt > from);
}

/** The open periods of a span. `midnight` and `wall` are local times written as if they were UTC. */
function periodsOfSpan({ weekly, holidays }: OpeningHours, { start, end, offset }: OffsetSpan): OpenPeriod[] {
  const closedDates = new Set(holidays);
  const periods: OpenPeriod[] = [];
  for (let midnight = dayOf(start + offset) * dayMs; midnight < end + offset; midnight += dayMs) {
    const date = new Date(midnight);
    const intervals = weekly[daysFromSunday[date.getUTCDay()]!] ?? [];
    if (intervals.length === 0 || closedDates.has(date.toISOString().slice(0, 10))) continue;
    for (const { from, to } of intervals) {
      const opensAt = Math.max(start, midnight + msOf(from) - offset);
      const closesAt = Math.min(end, midnight + msOf(to) - offset);
      if (opensAt < closesAt) periods.push({ opensAt, closesAt });
    }
  }
  return periods;
}

const dayOf = (time: number) => Math.floor(time / dayMs);
const msOf = (time: string) => Number(time.slice(0, 2)) * 3_600_000 + Number(time.slice(3)) * 60_000;

function joined(periods: readonly OpenPeriod[]): OpenPeriod[] {
  const result: OpenPeriod[] = [];
  for (const period of periods.toSorted((a, b) => a.opensAt - b.opensAt)) {
    const last = result.at(-1);
    if (last === undefined || period.opensAt > last.closesAt) result.push(period);
    else result[result.length - 1] = { ...last, closesAt: Math.max(last.closesAt, period.closesAt) };
  }
  return result;
}
