import type { AgentReportRow, Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import * as v from 'valibot';
import { placeText, placeTime, readCursor, writeCursor } from '../list/cursor.ts';
import type { Handler } from '../route/handler.ts';
import { readRange } from './report-range.ts';

/** The id of the agent, when the row began, and its number. */
const Place = v.strictTuple([placeText, placeTime, placeTime]);

export const listAgentReportRows: Handler<Routes['listAgentReportRows']> = async (request) => {
  const { context, send, query } = request;
  const { limit = 50, agentId } = query;
  const { from, until } = readRange(query, context.now);
  const [afterAgent, afterAt, afterId] = readCursor(Place, query.cursor ?? null) ?? ['', 0, 0];
  const { rows, nextAgentId } = await send(storage.listStatusTimes, {
    from,
    until,
    now: context.now,
    agent: agentId ?? null,
    afterAgent,
    afterAt,
    afterId,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  // A place before every row of the next agent.
  const nextAgent = nextAgentId === null ? null : [nextAgentId, 0, 0];
  const end = rows.length > limit && last ? [last.agentId, last.beganAt, last.id] : nextAgent;
  return {
    status: 200,
    body: {
      rows: page.map(toRow),
      ...(end && { nextCursor: writeCursor(end) }),
    },
  };
};

const toRow = (row: storage.StatusTimeRow): AgentReportRow => ({
  id: String(row.id),
  agentId: row.agentId,
  status: row.status,
  isRoutable: row.isRoutable === 1,
  hasTickets: row.hasTickets === 1,
  startTimestampMs: row.beganAt,
  ...(row.endedAt !== null && { endTimestampMs: row.endedAt, durationMs: row.ms }),
});
