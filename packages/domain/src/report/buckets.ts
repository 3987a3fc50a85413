import { dayMs, offsetSpans, type OffsetSpan } from '../time/time-zone.ts';

/** An interval of time that a report tells apart, in ms since 1970. It does not include `until`. */
export type Bucket = { readonly from: number; readonly until: number; readonly key: string };

/** A unit of local time. */
export type TimeUnit = 'hour' | 'day';

const hourMs = 3_600_000;
const unitMs: Record<TimeUnit, number> = { hour: hourMs, day: dayMs };

/**
 * The local hours or days of [from, until), in order. Where clocks change, a day has 23 or 25 hours, and an hour that clocks
 * repeat is two buckets. The first and the last one can be parts.
 */
export function bucketsOf(unit: TimeUnit, timeZone: string, from: number, until: number): Bucket[] {
  const starts = startsOf(
    unit,
    offsetSpans(timeZone, Math.floor(from / dayMs) - 2, Math.floor(until / dayMs) + 2),
  );
  return starts
    .map(({ at, key }, i) => ({
      from: Math.max(from, at),
      until: Math.min(until, starts[i + 1]?.at ?? Infinity),
      key,
    }))
    .filter((bucket) => bucket.from < bucket.until);
}

/** When each local hour or day starts, with its name. Local times are written as if they were UTC. */
function startsOf(unit: TimeUnit, spans: readonly OffsetSpan[]): { at: number; key: string }[] {
  const length = unitMs[unit];
  const starts: { at: number; key: string }[] = [];
  let lastDay = '';
  for (const { start, end, offset } of spans) {
    for (let wall = Math.floor((start + offset) / length) * length; wall < end + offset; wall += length) {
      const key = keyOf(unit, wall, offset);
      // After a change of the clocks at noon it is still the same day.
      if (unit === 'day' && key <= lastDay) continue;
      lastDay = key;
      starts.push({ at: Math.max(start, wall - offset), key });
    }
  }
  return starts;
}

const keyOf = (unit: TimeUnit, wall: number, offset: number): string => {
  const text = new Date(wall).toISOString();
  return unit === 'day' ? text.slice(0, 10) : `${text.slice(0, 16)}${offsetText(offset)}`;
};

const two = (number: number) => String(number).padStart(2, '0');

function offsetText(offset: number): string {
  const minutes = Math.abs(Math.trunc(offset / 60_000));
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
