import type { CountedSamples, Dimension, TicketFigure } from '@chat-ticket/domain';
import { query } from '../command/command.ts';
import { only, type Select, select } from '../command/statement.ts';
import { bounded, type Buckets, hasMoreRows, maxReportedTickets } from './report-bounds.ts';
import {
  dimensionOf,
  dimensions,
  figureNames,
  type Filters,
  passesFilters,
  sources,
} from './ticket-samples.ts';

/** How many groups a report has at most: those with the most samples. */
export const maxGroups = 500;

/** What a report of tickets is about. `maxRows`: how many tickets its range may have. Default: 120,000. */
export type TicketReportInput = Filters & { buckets: Buckets; maxRows?: number };

type Params = Filters & { buckets: Buckets; maxRows: number };

const tooManyTickets = hasMoreRows('ticket_facts', 'created_at');

/** Equal things that happened in a group, counted. `figure` and `detail` together occur once in a group. */
export type TicketReportRow = CountedSamples & {
  /** The index of the bucket and the value of the dimension, which is empty if there is none. Null: all samples together. */
  bucket: number | null;
  key: string | null;
};

const hasDuration = (figure: TicketFigure) => sources[figure].value !== 'null';

/** The samples of a figure, counted by their whole seconds. Sorting so few rows is faster than sorting the samples. */
const countsOf = (figure: TicketFigure, dimension: Dimension | null) => {
  const source = sources[figure];
  const seconds = hasDuration(figure) ? `(${source.value}) / 1000` : 'null';
  return `
    select b.key as bucket, ${dimension === null ? `''` : dimensionOf(source, dimension)} as key, '${figure}' as figure,
      ${source.detail} as detail, ${seconds} as seconds, count(*) as count, sum(${source.value}) as sum_ms
    from bounded, json_each(bounded.buckets) b cross join ${source.table} s
    where ${source.where} and s.${source.at} >= b.value ->> 0 and s.${source.at} < b.value ->> 1
      and ${passesFilters(source)}
    group by 1, 2, 4, 5`;
};

/**
 * The nearest rank in whole seconds, among the samples with one detail. The lowest one of all details is the percentile of
 * the figure.
 */
const percentile = (percent: number) =>
  `min(case when up_to >= (total * ${percent} + 99) / 100 then seconds end) * 1000`;

/** The figures of each group, or of all samples together. */
const figuresOf = (group: string, columns: string) => `
    select ${columns}, figure, detail, sum(count) as count, sum(sum_ms) as sum_ms,
      ${percentile(50)} as p50_ms, ${percentile(95)} as p95_ms
    from (
      select *,
        sum(count) over (partition by ${group} figure) as total,
        sum(count) over (
          partition by ${group} figure order by seconds, detail, bucket, key rows unbounded preceding) as up_to
      from counts)
    group by ${group} figure, detail`;

const selectFigures = (dimension: Dimension | null): Select<Params, TicketReportRow> => select<
  Params,
  TicketReportRow
>`
  with ${bounded(tooManyTickets)},
  counts as materialized (${figureNames.map((figure) => countsOf(figure, dimension)).join('\n    union all')}),
  figures as materialized (${figuresOf('bucket, key,', 'bucket, key')}),
  -- One more than the report shows, so that it can say that some are left out.
  largest as materialized (
    select bucket, key from figures group by bucket, key order by sum(count) desc, bucket, key limit ${maxGroups + 1})
  select bucket as "bucket", key as "key", figure as "figure", detail as "detail", count as "count", sum_ms as "sumMs",
    p50_ms as "p50Ms", p95_ms as "p95Ms"
  from (
    select figures.* from figures join largest using (bucket, key)
    union all ${figuresOf('', 'null as bucket, null as key')})`;

const selectSize = select<Params, { isTooLarge: 0 | 1 }>`select ${tooManyTickets} as "isTooLarge"`;

const reportBy = (dimension: Dimension | null) =>
  query({
    params: (input: TicketReportInput): Params => ({ maxRows: maxReportedTickets, ...input }),
    answer: { rows: selectFigures(dimension), size: only(selectSize) },
    outcome: ({ rows, size }) => (size.isTooLarge ? null : rows),
  });

/**
 * The figures of tickets in the buckets, by the value of a dimension. `none`: all tickets of a bucket are one group. Null: the
 * range has too many tickets.
 */
export const getTicketReport = {
  none: reportBy(null),
  ...(Object.fromEntries(dimensions.map((dimension) => [dimension, reportBy(dimension)])) as Record<
    Dimension,
    ReturnType<typeof reportBy>
  >),
};
