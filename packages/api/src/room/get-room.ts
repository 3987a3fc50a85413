import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { requiredOwner, requireReadRoom } from './require-room.ts';
import { toRoom } from './room-response.ts';

export const getRoom: Handler<Routes['getRoom']> = async (request) => {
  const reader = requiredOwner(request);
  const { room } = await request.send(storage.getRoom, { roomId: request.params.roomID, reader });
  return { status: 200, body: toRoom(request.principal, requireReadRoom(request, room)) };
};
