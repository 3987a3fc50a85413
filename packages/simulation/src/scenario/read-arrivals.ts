import * as v from 'valibot';
import type { TicketKind } from '../day/day.ts';
import type { RecordedArrival } from '../day/sample-day.ts';
import { readCsv } from './read-csv.ts';
import { isTime, languageText, priority } from './scenario.ts';

const secondsPattern = /^\d+(\.\d+)?$/;
/** A CSV cell that contains seconds. */
export const secondsCell = v.pipe(
  v.string(),
  v.regex(secondsPattern, 'must be a number of seconds'),
  v.transform(Number),
);
const timeCell = v.pipe(
  v.string(),
  v.check(
    (text) => secondsPattern.test(text) || isTime(text),
    'must be a number of seconds from the start, or a time such as 2026-06-01T09:00:00Z',
  ),
);
const columns = {
  time: timeCell,
  entityId: v.optional(v.string(), ''),
  language: v.optional(languageText),
  ccr: v.optional(v.string()),
  priority: v.optional(
    v.pipe(v.string(), v.regex(/^\d+$/, 'must be a whole number'), v.transform(Number), priority),
  ),
  handlingSeconds: v.optional(secondsCell),
  patienceSeconds: v.optional(secondsCell),
};

/** The time of a scenario. */
export type ScenarioTime = {
  /** Ms since 1970. Undefined: the scenario has no date. */
  readonly startsAt: number | undefined;
  /** Used if `startsAt` is undefined. Ms since 1970. */
  readonly fallbackStart: number;
  readonly durationMs: number;
};

/** The tickets of a CSV file, in order of arrival. */
export function readArrivals(file: string, text: string, scenario: ScenarioTime): RecordedArrival[] {
  const start = scenario.startsAt ?? scenario.fallbackStart;
  const kinds = new Map<string, TicketKind>();
  return readCsv(file, text, columns, { isStrict: true })
    .map((row): RecordedArrival => {
      const { entityId, language = null, ccr = null, handlingSeconds, patienceSeconds } = row;
      const kind = { entityId, language, ccr, priority: row.priority ?? 0 };
      const key = JSON.stringify(kind);
      if (!kinds.has(key)) kinds.set(key, kind);
      return {
        kind: kinds.get(key)!,
        arrivesAt: start + msFromStart(file, row.time, scenario),
        handlingMs: toMs(handlingSeconds),
        patienceMs: toMs(patienceSeconds),
      };
    })
    .toSorted((a, b) => a.arrivesAt - b.arrivesAt);
}

const toMs = (seconds: number | undefined) =>
  seconds === undefined ? undefined : Math.round(seconds * 1000);

function msFromStart(file: string, time: string, { startsAt, durationMs }: ScenarioTime): number {
  const isDate = Number.isNaN(Number(time));
  if (isDate && startsAt === undefined)
    throw new Error(`${file} contains dates, but the scenario has no \`startsAt\`. Add it.`);
  const ms = isDate ? Date.parse(time) - startsAt! : Math.floor(Number(time) * 1000);
  if (ms >= 0 && ms < durationMs) return ms;
  throw new Error(
    `${file}: ${time} is outside the scenario. Remove the row, or change \`startsAt\` or \`durationSeconds\`.`,
  );
}
