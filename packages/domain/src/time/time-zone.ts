/** The length of a UTC day, in ms. */
export const dayMs = 86_400_000;

/** A time in which a zone is ahead of UTC by the same `offset`, in ms. It does not include `end`. */
export type OffsetSpan = { readonly start: number; readonly end: number; readonly offset: number };

// Finding the spans takes longest, and the queues of a desk often have the same zone. Each zone keeps its last ones.
const lastSpans = new Map<string, { firstDay: number; lastDay: number; spans: readonly OffsetSpan[] }>();

/** The spans of the UTC days from `firstDay` until `lastDay`, in order. A day is a number since 1970. */
export function offsetSpans(timeZone: string, firstDay: number, lastDay: number): readonly OffsetSpan[] {
  const last = lastSpans.get(timeZone);
  if (last?.firstDay === firstDay && last.lastDay === lastDay) return last.spans;
  const spans = findOffsetSpans(timeZone, firstDay, lastDay);
  lastSpans.set(timeZone, { firstDay, lastDay, spans });
  return spans;
}

// No zone changes its offset twice within a day.
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
