import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import * as v from 'valibot';
import { ApiError } from '../error/api-error.ts';
import { placeNumber, readCursor, writeCursor } from '../list/cursor.ts';
import type { Handler } from '../route/handler.ts';
import { toMessage } from './message-response.ts';

const Place = v.strictTuple([placeNumber]);

export const searchMessages: Handler<Routes['searchMessages']> = async ({ principal, send, query }) => {
  if (query.q === undefined)
    throw new ApiError('parameter_invalid', { detail: '`q` is required.', source: { parameter: 'q' } });
  const { messages, hasMore, isIndexing } = await send(storage.searchMessages, {
    search: query.q,
    before: readCursor(Place, query.cursor ?? null)?.[0] ?? null,
    limit: query.limit ?? 50,
  });
  return {
    status: 200,
    body: {
      results: messages.map((row) => ({
        roomId: row.roomId,
        ticketId: row.ticketId,
        message: toMessage(principal, row),
        snippet: row.snippet,
      })),
      ...(hasMore && { nextCursor: writeCursor([messages.at(-1)!.id]) }),
      ...(isIndexing && { isIndexing }),
    },
  };
};
