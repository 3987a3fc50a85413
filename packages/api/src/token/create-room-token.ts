import { Identifier, type Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import * as v from 'valibot';
import { withoutEmpty } from '../route/wire.ts';
import { ApiError } from '../error/api-error.ts';
import { hashJson } from '../request/hash-json.ts';
import type { Handler } from '../route/handler.ts';
import { requireRoom } from '../room/require-room.ts';

const expiresInSeconds = 86_400;

export const createRoomToken: Handler<Routes['createRoomToken']> = async (request) => {
  const { principal, context, send, params, signToken } = request;
  if (!signToken) throw new ApiError('token_not_issued_here');
  const found = await send(storage.getRoom, { roomId: params.roomID, reader: null });
  const room = requireRoom(request, found.room);
  const issuedAt = Math.floor(context.now / 1000);
  const expiresAt = issuedAt + expiresInSeconds;
  const name = (room.customerName ?? '').slice(0, 200).toWellFormed();
  const token = await signToken(
    {
      sub: await subjectOf(room.customerId),
      role: 'customer',
      workspace: principal.workspace,
      room: room.roomId,
      ...withoutEmpty({ name }),
    },
    { issuedAt, expiresAt },
  );
  return { status: 200, body: { token, expiresTimestamp: expiresAt } };
};

/** A customer’s id can be any text. An id that does not fit the `sub` claim is replaced by its hash. */
const subjectOf = async (customerId: string) =>
  v.is(Identifier, customerId) ? customerId : `customer-${await hashJson(customerId)}`;
