import type { DeskEvent, Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { present, seconds } from '../wire.ts';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';

export const listEvents: Handler<Routes['listEvents']> = async ({ db, query }) => {
  const { after = null, limit = 100 } = query;
  const { events, lastSeq, prunedTo } = await storage.listEvents(db, { after, limit });
  if (after !== null && after < prunedTo)
    throw new ApiError('events_pruned', { source: { parameter: 'after' }, meta: { lowestAfter: prunedTo } });
  return { status: 200, body: { events: events.map(toEvent), lastSeq } };
};

const toEvent = (row: storage.EventRow): DeskEvent => ({
  seq: row.seq,
  type: row.type,
  timestamp: seconds(row.at),
  ...present({ ticketId: row.ticketId, agentId: row.agentId }),
  actor: { role: row.actorRole, id: row.actorId },
  data: Object.fromEntries(
    Object.entries(JSON.parse(row.data) as DeskEvent['data']).filter(([, value]) => value !== null),
  ),
});
