import type { Routes, TicketFigures } from '@chat-ticket/contract';
import * as domain from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { withoutEmpty } from '../route/wire.ts';
import { readBuckets, readRange, timesOf, toGroups, toRange } from './report-range.ts';
import { filtersOf } from './ticket-filters.ts';

export const getTicketReport: Handler<Routes['getTicketReport']> = async ({ context, send, query }) => {
  const { groupBy } = query;
  const range = readRange(query, context.now);
  const buckets = readBuckets(range, groupBy);
  const isByTime = groupBy === 'hour' || groupBy === 'day';
  const dimension = groupBy === undefined || isByTime ? 'none' : groupBy;
  const rows = await send(storage.getTicketReport[dimension], {
    ...filtersOf(query),
    buckets: timesOf(buckets),
  });
  const ofGroups = groupBy === undefined ? [] : rows.filter(({ bucket }) => bucket !== null);
  return {
    status: 200,
    body: {
      ...toRange(range),
      ...(groupBy && { groupBy }),
      total: toFigures(rows.filter(({ bucket }) => bucket === null)),
      ...toGroups(ofGroups, { buckets, isByTime, toFigures }),
    },
  };
};

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
