import { type Bucket, bucketsOf, timeOf, type TimeUnit } from '@chat-ticket/domain';
import { maxGroups } from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';

const dayMs = 86_400_000;
const maxDays = 366;
const maxDaysByHour = 31;

/** What the query of a report says about its time. */
export type RangeQuery = {
  from?: string | undefined;
  to?: string | undefined;
  timeZone?: string | undefined;
};

/** The time that a report is about, in ms since 1970. It does not include `until`. */
export type ReportRange = { from: number; until: number; timeZone: string };

const refuse = (parameter: 'from' | 'to', detail: string): never => {
  throw new ApiError('parameter_invalid', { detail, source: { parameter } });
};

/** The range of a report. Without parameters it is the last day, until and with now. Throws `parameter_invalid`. */
export function readRange({ from, to, timeZone = 'UTC' }: RangeQuery, now: number): ReportRange {
  const read = (parameter: 'from' | 'to', text: string) =>
    timeOf(text, timeZone) ??
    refuse(parameter, `The calendar has no \`${parameter}\` such as this. Send a date that exists.`);
  const until = to === undefined ? now + 1 : read('to', to);
  const start = from === undefined ? until - dayMs : read('from', from);
  if (start >= until) refuse('from', '`from` is not before `to`. Send an earlier `from`.');
  if (until - start > (maxDays + 1) * dayMs)
    refuse('from', `The range is longer than ${maxDays} days. Send a later \`from\`.`);
  return { from: start, until, timeZone };
}

/** The hours or days of a report, or its whole range. Throws `parameter_invalid`. */
export function readBuckets(range: ReportRange, groupBy: string | undefined): Bucket[] {
  const { from, until, timeZone } = range;
  if (groupBy !== 'hour' && groupBy !== 'day') return [{ from, until, key: '' }];
  if (groupBy === 'hour' && until - from > (maxDaysByHour + 1) * dayMs)
    refuse(
      'from',
      `The range is longer than ${maxDaysByHour} days by hour. Send a later \`from\`, or group by day.`,
    );
  return bucketsOf(groupBy satisfies TimeUnit, timeZone, from, until);
}

/** The times of the buckets, as storage takes them. */
export const timesOf = (buckets: readonly Bucket[]) =>
  buckets.map(({ from, until }) => [from, until] as const);

const utc = (at: number) => new Date(at).toISOString();

/** The range as a report has it. */
export const toRange = ({ from, until, timeZone }: ReportRange) => ({
  from: utc(from),
  to: utc(until),
  timeZone,
});

/** The rows of a report. Throws `parameter_invalid` if the report would have to read too much. */
export const boundedRows = <Row>(rows: readonly Row[] | null): readonly Row[] =>
  rows ?? refuse('from', 'Too much happened in the range for one report. Send a later `from`.');

/** The members of a group that say what its rows have in common. */
type Group = { key: string; from?: string; to?: string };

/**
 * The groups of the rows, in the order of their buckets or keys, as a report has them. `isByTime`: a group is an hour or a
 * day.
 */
export function toGroups<Row extends { bucket: number | null; key: string | null }, Figures>(
  rows: readonly Row[],
  {
    buckets,
    isByTime,
    toFigures,
  }: {
    buckets: readonly Bucket[];
    isByTime: boolean;
    toFigures: (rows: readonly Row[]) => Figures;
  },
): { groups: (Group & { figures: Figures })[]; hasMoreGroups: boolean } {
  const toGroup = ([group, own]: [string | number, Row[]]) => {
    const figures = toFigures(own);
    if (typeof group === 'string') return { key: group, figures };
    const { key, from, until } = buckets[group]!;
    return { key, from: utc(from), to: utc(until), figures };
  };
  const byGroup = [...Map.groupBy(rows, ({ bucket, key }) => (isByTime ? bucket! : key!))];
  return {
    groups: byGroup
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, maxGroups)
      .map(toGroup),
    hasMoreGroups: byGroup.length > maxGroups,
  };
}
