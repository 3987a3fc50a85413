import type { Routes } from '@chat-ticket/contract';
import { seesAllTickets } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { toQueuePlace } from './queue-place-response.ts';

export const getQueuePlace: Handler<Routes['getQueuePlace']> = async ({
  principal,
  context,
  send,
  params,
}) => {
  const { now } = context;
  const maySee = seesAllTickets(principal) || principal.room === params.roomID;
  const place = maySee ? await send(storage.getQueuePlace, { roomId: params.roomID, now }) : null;
  if (!place) throw new ApiError('room_not_found', { source: { parameter: 'roomID' } });
  return { status: 200, body: toQueuePlace(place, now) };
};
