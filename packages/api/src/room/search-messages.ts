import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { toMessage } from './message-response.ts';

export const searchMessages: Handler<Routes['searchMessages']> = async ({ principal, send, query }) => {
  if (query.q === undefined)
    throw new ApiError('parameter_invalid', { detail: '`q` is required.', source: { parameter: 'q' } });
  const { messages, nextBefore } = await send(storage.searchMessages, {
    words: query.q,
    before: query.before ?? null,
    limit: query.limit ?? 20,
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
      hasMore: nextBefore !== null,
      ...(nextBefore !== null && { nextBefore }),
    },
  };
};
