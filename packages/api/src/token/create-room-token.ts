import { Identifier, type Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import * as v from 'valibot';
import { present } from '../wire.ts';
import { ApiError } from '../error/api-error.ts';
import { hashJson } from '../request/hash-json.ts';
import type { Handler } from '../route/handler.ts';
import { presentRoom } from '../room/room-response.ts';

const tokenSeconds = 86_400;

export const createRoomToken: Handler<Routes['createRoomToken']> = async (request) => {
  const { caller, command, db, params, ports } = request;
  if (!ports.signToken) throw new ApiError('token_not_issued_here');
  const room = presentRoom(request, await storage.getRoom(db, params.roomID));
  const issuedAt = Math.floor(command.now / 1000);
  const expiresAt = issuedAt + tokenSeconds;
  const name = (room.customerName ?? '').slice(0, 200).toWellFormed();
  const token = await ports.signToken(
    {
      sub: await subjectOf(room.customerId),
      role: 'customer',
      workspace: caller.workspace,
      room: room.roomId,
      ...present({ name }),
    },
    { issuedAt, expiresAt },
  );
  return { status: 200, body: { token, expiresTimestamp: expiresAt } };
};

/** A customer’s id can be any text; what a token can’t carry stands in it as a hash, the same each time. */
const subjectOf = async (customerId: string) =>
  v.is(Identifier, customerId) ? customerId : `customer-${await hashJson(customerId)}`;
