import type { Routes } from '@chat-ticket/contract';
import { autoCloseEffect, maySend } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { toMessage } from './message-response.ts';
import { requiredOwner, requireRoom } from './require-room.ts';

export const sendMessage: Handler<Routes['sendMessage']> = async (request) => {
  const { body, principal, context, send, params } = request;
  const { clientMessageId, kind } = body;
  if (!maySend(principal.role, kind))
    throw new ApiError('role_not_allowed', {
      detail: `The role ${principal.role} may not send a message of the kind ${kind}.`,
      source: { pointer: '/kind' },
    });
  const content = { kind, text: body.text ?? null, attachments: body.attachments };
  const { room, message } = await send(storage.sendMessage, {
    ...context,
    ...content,
    roomId: params.roomID,
    owner: requiredOwner(request),
    clientMessageId,
    senderName: principal.name ?? null,
    effect: autoCloseEffect(principal.role, kind),
  });
  requireRoom(request, room);
  if (!message) throw new ApiError('room_closed');
  const isSame =
    message.kind === content.kind &&
    message.text === content.text &&
    JSON.stringify(message.attachments) === JSON.stringify(content.attachments);
  if (!isSame) throw new ApiError('client_message_id_reused', { source: { pointer: '/clientMessageId' } });
  return { status: message.changeId === context.changeId ? 201 : 200, body: toMessage(principal, message) };
};
