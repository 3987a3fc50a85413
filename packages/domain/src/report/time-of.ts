import { dayMs, offsetSpans } from '../time/time-zone.ts';

const pattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The time that a text means, in ms since 1970: a date, which means its first instant, or a date and time. Without an offset
 * it is local. Of a local time that clocks repeat it is the first, and of one that they skip it is the time of the change.
 * Null: the text is no time.
 */
export function timeOf(text: string, timeZone: string): number | null {
  const [, date, minutes = '00:00', seconds = '00', ms = '0', offset] = pattern.exec(text) ?? [];
  if (date === undefined) return null;
  const wall = Date.parse(`${date}T${minutes}:${seconds}.${ms.padEnd(3, '0')}Z`);
  // JavaScript reads the 31st of a short month as a day of the next one.
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== date) return null;
  if (offset === 'Z') return wall;
  if (offset !== undefined) return wall - offsetMs(offset);
  const day = Math.floor(wall / dayMs);
  const spans = offsetSpans(timeZone, day - 2, day + 2);
  const span = spans.find((own) => wall - own.offset < own.end)!;
  return Math.max(span.start, wall - span.offset);
}

const offsetMs = (offset: string) =>
  (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))) * (offset.startsWith('-') ? -60_000 : 60_000);
