import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { requiredOwner, requireRoom } from './require-room.ts';
import { toRoom } from './room-response.ts';

export const setReadPosition: Handler<Routes['setReadPosition']> = async (request) => {
  const { body, context, send, params } = request;
  const owner = requiredOwner(request);
  const { room } = await send(storage.setReadPosition, {
    ...context,
    roomId: params.roomID,
    owner,
    seq: body.seq,
  });
  return { status: 200, body: toRoom(request.principal, requireRoom(request, room)) };
};
