import type { Routes, TicketFigures, ticketGroups, TicketReport } from '@chat-ticket/contract';
import * as domain from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { withoutEmpty } from '../route/wire.ts';
import {
  boundedRows,
  type RangeQuery,
  readBuckets,
  readRange,
  timesOf,
  toGroups,
  toRange,
} from './report-range.ts';
import { type FilterQuery, filtersOf } from './ticket-filters.ts';

/** What a report of tickets is about: the query of the route. */
export type TicketReportQuery = RangeQuery &
  FilterQuery & { readonly groupBy?: (typeof ticketGroups)[number] | undefined };

export const getTicketReport: Handler<Routes['getTicketReport']> = async ({ context, send, query }) => ({
  status: 200,
  body: await readTicketReport(send, context.now, query),
});

/** Reads a report of tickets. Throws `parameter_invalid` for a range that it cannot be about. */
export async function readTicketReport(
  send: storage.Send,
  now: number,
  query: TicketReportQuery,
): Promise<TicketReport> {
  const { groupBy } = query;
  const range = readRange(query, now);
  const buckets = readBuckets(range, groupBy);
  const isByTime = groupBy === 'hour' || groupBy === 'day';
  const dimension = groupBy === undefined || isByTime ? 'none' : groupBy;
  const found = await send(storage.getTicketReport[dimension], {
    ...filtersOf(query),
    buckets: timesOf(buckets),
  });
  const rows = boundedRows(found);
  const ofGroups = groupBy === undefined ? [] : rows.filter(({ bucket }) => bucket !== null);
  return {
    ...toRange(range),
    ...(groupBy && { groupBy }),
    total: toFigures(rows.filter(({ bucket }) => bucket === null)),
    ...toGroups(ofGroups, { buckets, isByTime, toFigures }),
  };
}

function toFigures(rows: readonly storage.TicketReportRow[]): TicketFigures {
  const { wait, firstReply, handling, wrapUp, waitCauses, ...counts } = domain.ticketFigures(rows);
  const { answered, answeredInGoal } = counts;
  return {
    ...counts,
    ...withoutEmpty({
      serviceLevelPercent: answered === 0 ? null : Math.round((answeredInGoal / answered) * 1000) / 10,
      wait,
      firstReply,
      handling,
      wrapUp,
    }),
    waitCauses: Object.entries(waitCauses)
      .map(([cause, count]) => ({ cause: cause as TicketFigures['waitCauses'][number]['cause'], count }))
      .toSorted((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1)),
  };
}
