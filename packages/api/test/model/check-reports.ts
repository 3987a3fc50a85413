import {
  agentFigures,
  type Bucket,
  bucketsOf,
  countSamples,
  type Dimension,
  type Facts,
  statusTimes,
  type TicketFigures,
  ticketFigures,
  ticketSamples,
  type TicketSample,
} from '@chat-ticket/domain';
import { type Database, getAgentReport, getTicketReport, send } from '@chat-ticket/storage';
import * as fc from 'fast-check';
import { shift } from './agent-steps.ts';
import { openDeskUnderTest } from './desk-under-test.ts';
import { scenario } from './scenario.ts';
import { settingsDocuments } from './settings-documents.ts';

// Proves that the reports in SQL are equal to those that are computed from the events of a random desk alone. The desk runs
// near a change of the clocks or a midnight, and the reports tell hours and days of several zones apart.

/** When the desk begins: on a Friday, before the clocks of a zone change, or before midnight. */
const begins = [
  '2026-01-02T03:04:05Z',
  '2026-03-29T00:40:00Z',
  '2026-10-25T00:10:00Z',
  '2026-04-23T21:50:00Z',
  '2025-12-31T23:58:00Z',
].map((text) => Date.parse(text));

const hourMs = 3_600_000;
const filters = { queue: null, agent: null, ccr: null, language: null, entity: null };
type Filters = Record<Dimension, string | null>;

/** A report to compare. `startMs` is relative to the begin of the desk. */
const report = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Africa/Cairo', 'Asia/Kolkata'),
  startMs: fc.integer({ min: -2 * hourMs, max: 2 * hourMs }),
  lengthMs: fc.constantFrom(60_000, hourMs, 6 * hourMs, 26 * hourMs, 72 * hourMs),
  unit: fc.constantFrom('hour', 'day', null),
  dimension: fc.constantFrom<Dimension | null>('queue', 'agent', 'ccr', 'language', 'entity', null),
  filters: fc.constantFrom<Filters>(
    filters,
    filters,
    { ...filters, queue: 'rest' },
    { ...filters, agent: 'ann' },
    { ...filters, language: '' },
    { ...filters, ccr: 'delivery', entity: 'FP_TH' },
  ),
});
type Report = typeof report extends fc.Arbitrary<infer T> ? T : never;

const groupsOf = <T extends { bucket: number | null; key: string | null }, Figures>(
  rows: readonly T[],
  toFigures: (rows: readonly T[]) => Figures,
) =>
  Object.fromEntries(
    [...Map.groupBy(rows, ({ bucket, key }) => `${bucket} ${key}`)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, own]) => [group, toFigures(own)]),
  );

const passes = (sample: TicketSample, own: Filters) =>
  (Object.keys(own) as Dimension[]).every((name) => own[name] === null || own[name] === sample[name]);

const inBuckets = <T>(rows: readonly T[], at: (row: T) => number, buckets: readonly Bucket[]) =>
  buckets.flatMap(({ from, until }, bucket) =>
    rows.filter((row) => from <= at(row) && at(row) < until).map((row) => ({ row, bucket })),
  );

/** An event names only two causes of a wait. */
const withNamedCauses = ({ waitCauses, ...rest }: TicketFigures) => {
  const { missed = 0, declined = 0, ...others } = waitCauses;
  const other = Object.values(others).reduce((sum, count) => sum + count, 0);
  return { ...rest, waitCauses: { missed, declined, other } };
};

const figuresOf = (rows: readonly { row: TicketSample }[]) =>
  withNamedCauses(ticketFigures(countSamples(rows.map(({ row }) => row))));

/** The reports from the database, and those of the facts that were computed from events. They must be equal. */
async function reportsOf(
  db: Database,
  walked: { facts: Facts; samples: readonly TicketSample[]; begin: number; now: number },
  { timeZone, startMs, lengthMs, unit, dimension, filters: own }: Report,
) {
  const { facts, samples, begin, now } = walked;
  const [from, until] = [begin + startMs, begin + startMs + lengthMs];
  const buckets = unit === null ? [{ from, until, key: '' }] : bucketsOf(unit, timeZone, from, until);
  const pairs = buckets.map((bucket) => [bucket.from, bucket.until] as const);
  const byAgent = dimension === 'agent';

  const counted = inBuckets(
    samples.filter((sample) => passes(sample, own)),
    ({ at }) => at,
    buckets,
  );
  const keyed = counted.map(({ row, bucket }) => ({
    row,
    bucket,
    key: dimension === null ? '' : row[dimension],
  }));
  const times = buckets.flatMap((range, bucket) =>
    statusTimes(facts, { ...range, now })
      .filter(({ agentId }) => own.agent === null || own.agent === agentId)
      .map((time) => Object.assign(time, { bucket, key: byAgent ? time.agentId : '' })),
  );
  const ticketRows = await send(db, getTicketReport[dimension ?? 'none'], { ...own, buckets: pairs });
  const agentRows = await send(db, getAgentReport[byAgent ? 'agent' : 'none'], {
    buckets: pairs,
    now,
    agent: own.agent,
  });
  return {
    stored: {
      groups: groupsOf(ticketRows!, (rows) => withNamedCauses(ticketFigures(rows))),
      agents: groupsOf(agentRows!, agentFigures),
    },
    walked: {
      groups: {
        ...groupsOf(keyed, figuresOf),
        ...(keyed.length > 0 && { 'null null': figuresOf(keyed) }),
      },
      agents: groupsOf(times, agentFigures),
    },
  };
}

/** Compares reports of so many random desks. `compare` gets both and throws if they differ. Returns how many counted something. */
export async function checkReports(
  numRuns: number,
  compare: (stored: object, walked: object) => void,
): Promise<number> {
  const desk = await openDeskUnderTest();
  let filled = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(settingsDocuments.length - 1).map((i) => settingsDocuments[i]!),
      fc.constantFrom(...begins),
      shift,
      scenario,
      fc.array(report, { minLength: 4, maxLength: 4 }),
      async (settings, begin, opening, steps, reports) => {
        await desk.reset(settings, begin);
        await opening.run({}, desk);
        await fc.asyncModelRun(() => ({ model: {}, real: desk }), steps);
        const { facts, describe, now } = desk.walkedFacts();
        const walked = { facts, samples: ticketSamples(facts, describe), begin, now };
        for (const own of reports) {
          const compared = await reportsOf(desk.db, walked, own);
          compare(compared.stored, compared.walked);
          if (Object.keys(compared.walked.groups).length > 1) filled++;
        }
      },
    ),
    { numRuns },
  );
  return filled;
}
