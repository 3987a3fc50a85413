import type { Routes } from '@chat-ticket/contract';
import { seesNotes } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { toMessage } from './message-response.ts';
import { requiredOwner, requireReadRoom } from './require-room.ts';

export const listMessages: Handler<Routes['listMessages']> = async (request) => {
  const { principal, send, params, query } = request;
  const reader = requiredOwner(request);
  const { first, last } = seesNotes(principal.role) ? storage.listMessages : storage.listMessagesForCustomer;
  const page = query.after === undefined ? last : first;
  const { room, messages, hasMore } = await send(page, {
    roomId: params.roomID,
    reader,
    after: query.after ?? null,
    before: query.before ?? null,
    limit: query.limit ?? 50,
  });
  requireReadRoom(request, room);
  return {
    status: 200,
    body: { messages: messages.map((message) => toMessage(principal, message)), hasMore },
  };
};
