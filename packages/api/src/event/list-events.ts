import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { toDeskEvent } from './event-response.ts';

export const listEvents: Handler<Routes['listEvents']> = async ({ send, query }) => {
  const { after = null, limit = 100 } = query;
  const {
    events,
    log: { lastSeq, prunedTo },
  } = await send(storage.listEvents, { after, limit });
  if (after !== null && after < prunedTo)
    throw new ApiError('events_pruned', { source: { parameter: 'after' }, meta: { lowestAfter: prunedTo } });
  return { status: 200, body: { events: events.map(toDeskEvent), lastSeq } };
};
