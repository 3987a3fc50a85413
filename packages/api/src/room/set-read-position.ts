import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { ownerFor, presentRoom, toRoom } from './room-response.ts';

export const setReadPosition: Handler<Routes['setReadPosition']> = async (request) => {
  const { body, command, db, params } = request;
  const owner = ownerFor(request);
  const room = await storage.setReadPosition(db, { ...command, roomId: params.roomID, owner, seq: body.seq });
  return { status: 200, body: toRoom(presentRoom(request, room)) };
};
