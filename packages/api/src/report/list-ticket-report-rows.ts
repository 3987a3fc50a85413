import type { Routes, TicketReportRow } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import * as v from 'valibot';
import { placeTime, readCursor, writeCursor } from '../list/cursor.ts';
import type { Handler } from '../route/handler.ts';
import { withoutEmpty } from '../route/wire.ts';
import { readRange } from './report-range.ts';
import { filtersOf } from './ticket-filters.ts';

/** The time of a row, and its number. */
const Place = v.strictTuple([placeTime, placeTime]);

export const listTicketReportRows: Handler<Routes['listTicketReportRows']> = async (request) => {
  const { context, send, query } = request;
  const { figure = 'created', limit = 50 } = query;
  const { from, until } = readRange(query, context.now);
  const [afterAt, afterId] = readCursor(Place, query.cursor ?? null) ?? [0, 0];
  const { rows, last } = await send(storage.listTicketSamples[figure], {
    ...filtersOf(query),
    from,
    until,
    cause: query.cause ?? null,
    afterAt,
    afterId,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const end = rows.length > limit ? page.at(-1) : last;
  return {
    status: 200,
    body: { rows: page.map(toRow), ...(end && { nextCursor: writeCursor([end.at, end.id]) }) },
  };
};

const toRow = (row: storage.TicketSampleRow): TicketReportRow => ({
  id: String(row.id),
  ticketId: row.ticketId,
  queueId: row.queueId,
  timestampMs: row.at,
  ...withoutEmpty({
    agentId: row.agentId,
    durationMs: row.ms,
    cause: row.cause as TicketReportRow['cause'] | null,
    endedBy: row.endedBy,
  }),
});
