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

/** A time in which a zone is ahead of UTC by the same `offset`, in ms. It does not include `end`. */
type OffsetSpan = { readonly start: number; readonly end: number; readonly offset: number };

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

// The queues of a desk often have the same zone, and finding its spans takes longest. Each zone keeps its last ones.
const lastSpans = new Map<string, { firstDay: number; lastDay: number; spans: readonly OffsetSpan[] }>();

function offsetSpans(timeZone: string, firstDay: number, lastDay: number): readonly OffsetSpan[] {
  const last = lastSpans.get(timeZone);
  if (last?.firstDay === firstDay && last.lastDay === lastDay) return last.spans;
  const spans = findOffsetSpans(timeZone, firstDay, lastDay);
  lastSpans.set(timeZone, { firstDay, lastDay, spans });
  return spans;
}

/** The spans of the UTC days from `firstDay` until `lastDay`, in order. No zone changes its offset twice within a day. */
function findOffsetSpans(timeZone: string, firstDay: number, lastDay: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let start = firstDay * dayMs;
  let offset = offsetAt(timeZone, start);
  for (let day = firstDay + 1; day <= lastDay; day++) {
    const next = offsetAt(timeZone, day * dayMs);
    if (next === offset) continue;
    const end = changeAfter(timeZone, (day - 1) * dayMs, day * dayMs, offset);
    spans.push({ start, end, offset });
    start = end;
    offset = next;
  }
  return [...spans, { start, end: lastDay * dayMs, offset }];
}

/** The first whole second after `from`, at most `until`, at which the zone no longer has the offset that it has at `from`. */
function changeAfter(timeZone: string, from: number, until: number, offset: number): number {
  let [before, after] = [from, until];
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (offsetAt(timeZone, middle) === offset) before = middle;
    else after = middle;
  }
  return after;
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
