import type { AgentFigures, Routes } from '@chat-ticket/contract';
import { agentFigures, occupancyPercent } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { withoutEmpty } from '../route/wire.ts';
import { readBuckets, readRange, timesOf, toGroups, toRange } from './report-range.ts';

export const getAgentReport: Handler<Routes['getAgentReport']> = async ({ context, send, query }) => {
  const { groupBy, agentId } = query;
  const range = readRange(query, context.now);
  const buckets = readBuckets(range, groupBy);
  const rows = await send(storage.getAgentReport[groupBy === 'agent' ? 'agent' : 'none'], {
    buckets: timesOf(buckets),
    now: context.now,
    agent: agentId ?? null,
  });
  return {
    status: 200,
    body: {
      ...toRange(range),
      ...(groupBy && { groupBy }),
      total: toFigures(rows),
      ...toGroups(groupBy === undefined ? [] : rows, { buckets, isByTime: groupBy !== 'agent', toFigures }),
    },
  };
};

function toFigures(rows: readonly storage.AgentReportRow[]): AgentFigures {
  const figures = agentFigures(rows);
  return {
    statuses: figures.statuses.map(({ status, ms }) => ({ status, durationMs: ms })),
    busyMs: figures.busyMs,
    freeMs: figures.freeMs,
    ...withoutEmpty({ occupancyPercent: occupancyPercent(figures) }),
  };
}
