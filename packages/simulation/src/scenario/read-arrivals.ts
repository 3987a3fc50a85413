import * as v from 'valibot';
import type { TicketKind } from '../day/day.ts';
import type { RecordedArrival } from '../day/sample-day.ts';
import { readCsv } from './read-csv.ts';
import { priority } from './scenario.ts';

const number = v.pipe(
  v.string(),
  v.regex(/^\d+(\.\d+)?$/, 'must be a number of seconds'),
  v.transform(Number),
);
const time = v.pipe(
  v.string(),
  v.check(
    (text) => /^\d+(\.\d+)?$/.test(text) || v.is(v.pipe(v.string(), v.isoTimestamp()), text),
    'must be a number of seconds from the start, or a time such as 2026-06-01T09:00:00Z',
  ),
);
const columns = {
  time,
  entityId: v.optional(v.string(), ''),
  language: v.optional(v.string()),
  ccr: v.optional(v.string()),
  priority: v.optional(
    v.pipe(v.string(), v.regex(/^\d+$/, 'must be a whole number'), v.transform(Number), priority),
  ),
  handlingSeconds: v.optional(number),
  patienceSeconds: v.optional(number),
};

export type Span = {
  /** Undefined: the scenario leaves it open, so that a time of day says nothing. */
  readonly startsAt: number | undefined;
  /** What stands for it then. */
  readonly fallbackStart: number;
  readonly durationMs: number;
};

/** The tickets of a CSV file, by rising time. */
export function readArrivals(file: string, text: string, span: Span): RecordedArrival[] {
  const start = span.startsAt ?? span.fallbackStart;
  const kinds = new Map<string, TicketKind>();
  return readCsv(file, text, columns, { isStrict: true })
    .map((row): RecordedArrival => {
      const { entityId, language = null, ccr = null, handlingSeconds, patienceSeconds } = row;
      const kind = { entityId, language, ccr, priority: row.priority ?? 0 };
      const key = JSON.stringify(kind);
      if (!kinds.has(key)) kinds.set(key, kind);
      return {
        kind: kinds.get(key)!,
        arrivesAt: start + msFromStart(file, row.time, span),
        handlingMs: toMs(handlingSeconds),
        patienceMs: toMs(patienceSeconds),
      };
    })
    .toSorted((a, b) => a.arrivesAt - b.arrivesAt);
}

const toMs = (seconds: number | undefined) =>
  seconds === undefined ? undefined : Math.round(seconds * 1000);

function msFromStart(file: string, shown: string, { startsAt, durationMs }: Span): number {
  const isDated = Number.isNaN(Number(shown));
  if (isDated && startsAt === undefined)
    throw new Error(`${file} holds dates, so that the scenario needs \`startsAt\``);
  const ms = isDated ? Date.parse(shown) - startsAt! : Math.floor(Number(shown) * 1000);
  if (ms >= 0 && ms < durationMs) return ms;
  throw new Error(`${file}: ${shown} lies outside of the scenario’s duration`);
}
