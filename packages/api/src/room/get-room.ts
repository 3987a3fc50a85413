import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { requiredOwner, requireRoom } from './require-room.ts';
import { toRoom } from './room-response.ts';

export const getRoom: Handler<Routes['getRoom']> = async (request) => {
  requiredOwner(request);
  const { room } = await request.send(storage.getRoom, { roomId: request.params.roomID });
  return { status: 200, body: toRoom(request.principal, requireRoom(request, room)) };
};
