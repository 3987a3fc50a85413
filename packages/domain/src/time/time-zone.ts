/** The length of a UTC day, in ms. */
export const dayMs = 86_400_000;

/** A time in which a zone is ahead of UTC by the same `offset`, in ms. It does not include `end`. */
export type OffsetSpan = { readonly start: number; readonly end: number; readonly offset: number };

/** The spans of the UTC days from `firstDay` until `lastDay`, in order. A day is a number since 1970. */
export function offsetSpans(timeZone: string, firstDay: number, lastDay: number): readonly OffsetSpan[] {
  const zone = zoneOf(timeZone);
  const last = zone.lastSpans;
  if (last?.firstDay === firstDay && last.lastDay === lastDay) return last.spans;
  const spans = findOffsetSpans(zone.format, firstDay, lastDay);
  zone.lastSpans = { firstDay, lastDay, spans };
  return spans;
}

// No zone changes its offset twice within a day.
function findOffsetSpans(format: Intl.DateTimeFormat, firstDay: number, lastDay: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let start = firstDay * dayMs;
  let offset = offsetAt(format, start);
  for (let day = firstDay + 1; day <= lastDay; day++) {
    const next = offsetAt(format, day * dayMs);
    if (next === offset) continue;
    const end = changeAfter(format, (day - 1) * dayMs, day * dayMs, offset);
    spans.push({ start, end, offset });
    start = end;
    offset = next;
  }
  return [...spans, { start, end: lastDay * dayMs, offset }];
}

/** The first whole second after `from`, at most `until`, at which the zone no longer has the offset that it has at `from`. */
function changeAfter(format: Intl.DateTimeFormat, from: number, until: number, offset: number): number {
  let [before, after] = [from, until];
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (offsetAt(format, middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

/** How far the zone is ahead of UTC, in ms. `instant` is a whole second. */
function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const parts = format.formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const day = Date.UTC(part('year'), part('month') - 1, part('day'));
  return day + part('hour') * 3_600_000 + part('minute') * 60_000 + part('second') * 1000 - instant;
}

/** What is known of a time zone. The queues of a desk often have the same zone, and finding its spans takes longest. */
type Zone = {
  /** Creating it costs about twenty times as much as using it. */
  readonly format: Intl.DateTimeFormat;
  lastSpans?: { firstDay: number; lastDay: number; spans: readonly OffsetSpan[] };
};

/** Each takes about 30 kB. Beyond it the oldest is dropped. */
const maxZones = 200;

const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  // Names of time zones do not depend on case, so a name of 15 letters has 32,768 spellings.
  const key = timeZone.toLowerCase();
  const known = zones.get(key);
  if (known) return known;
  const zone = { format: createFormat(timeZone) };
  if (zones.size >= maxZones) zones.delete(zones.keys().next().value!);
  zones.set(key, zone);
  return zone;
}

const createFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
