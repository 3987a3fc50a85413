import type { AgentFigures, agentGroups, AgentReport, Routes } from '@chat-ticket/contract';
import { agentFigures, occupancyPercent } from '@chat-ticket/domain';
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

/** What a report of agents is about: the query of the route. */
export type AgentReportQuery = RangeQuery & {
  readonly agentId?: string | undefined;
  readonly groupBy?: (typeof agentGroups)[number] | undefined;
};

export const getAgentReport: Handler<Routes['getAgentReport']> = async ({ context, send, query }) => ({
  status: 200,
  body: await readAgentReport(send, context.now, query),
});

/** Reads a report of agents. Throws `parameter_invalid` for a range that it cannot be about. */
export async function readAgentReport(
  send: storage.Send,
  now: number,
  query: AgentReportQuery,
): Promise<AgentReport> {
  const { groupBy, agentId } = query;
  const range = readRange(query, now);
  const buckets = readBuckets(range, groupBy);
  const found = await send(storage.getAgentReport[groupBy === 'agent' ? 'agent' : 'none'], {
    buckets: timesOf(buckets),
    now,
    agent: agentId ?? null,
  });
  const rows = boundedRows(found);
  return {
    ...toRange(range),
    ...(groupBy && { groupBy }),
    total: toFigures(rows),
    ...toGroups(groupBy === undefined ? [] : rows, { buckets, isByTime: groupBy !== 'agent', toFigures }),
  };
}

function toFigures(rows: readonly storage.AgentReportRow[]): AgentFigures {
  const figures = agentFigures(rows);
  return {
    statuses: figures.statuses.map(({ status, ms }) => ({ status, durationMs: ms })),
    busyMs: figures.busyMs,
    freeMs: figures.freeMs,
    ...withoutEmpty({ occupancyPercent: occupancyPercent(figures) }),
  };
}
