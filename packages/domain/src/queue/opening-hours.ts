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

const dayMs = 86_400_000;
const daysFromSunday = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const satisfies Weekday[];

/**
 * The open periods that overlap [from, until), in order, with touching periods joined. `null` hours are always
 * open. Periods are not clipped to the range, but parts more than a week outside it can be missing.
 * @see packages/storage/src/sql/opening-hours.ts `openClock`, which reads the stored periods
 */
export function openPeriods(hours: OpeningHours | null, from: number, until: number): OpenPeriod[] {
  if (hours === null) return [{ opensAt: 0, closesAt: forever }];
  const periods: OpenPeriod[] = [];
  // A week back and forth gives whole periods if the week has any gap. One more day covers local dates that differ from
  // UTC’s.
  const lastDay = Math.floor(until / dayMs) + 8;
  for (let day = Math.floor(from / dayMs) - 8; day <= lastDay; day++)
    periods.push(...periodsOfDay(hours, day * dayMs));
  return joined(periods).filter(({ opensAt, closesAt }) => opensAt < until && closesAt > from);
}

/** The periods of one local day. `midnight`, like every `wall` below, is a local time written as if it were UTC. */
function periodsOfDay({ timeZone, weekly, holidays }: OpeningHours, midnight: number): OpenPeriod[] {
  const date = new Date(midnight);
  const intervals = weekly[daysFromSunday[date.getUTCDay()]!] ?? [];
  if (intervals.length === 0 || holidays.includes(date.toISOString().slice(0, 10))) return [];
  return intervals
    .map(({ from, to }) => {
      const end = instantsOf(timeZone, midnight + msOf(to));
      return {
        opensAt: instantsOf(timeZone, midnight + msOf(from)).first,
        // When midnight occurs twice, the day ends at the first: the next day can be a holiday.
        closesAt: to === '24:00' ? end.first : end.last,
      };
    })
    .filter(({ opensAt, closesAt }) => opensAt < closesAt);
}

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

/** The first and the last instant at which clocks show `wall`. They differ when clocks are set back over it. */
function instantsOf(timeZone: string, wall: number): { first: number; last: number } {
  // No zone is a day away from UTC, so a change of the offset near `wall` lies between these two.
  const before = wall - offsetAt(timeZone, wall - dayMs);
  const after = wall - offsetAt(timeZone, wall + dayMs);
  if (before === after) return { first: before, last: before };
  const shown = [before, after].filter((instant) => instant + offsetAt(timeZone, instant) === wall);
  // A local time that clocks skip moves forward by the time skipped.
  return { first: shown[0] ?? before, last: shown.at(-1) ?? before };
}

/** How far the zone is ahead of UTC, in ms. `instant` is a whole second. */
function offsetAt(timeZone: string, instant: number): number {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const day = Date.UTC(part('year'), part('month') - 1, part('day'));
  return day + part('hour') * 3_600_000 + part('minute') * 60_000 + part('second') * 1000 - instant;
}

// Creating a format costs about twenty times as much as using it.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}
