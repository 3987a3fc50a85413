import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';

export const revokeTokens: Handler<Routes['revokeTokens']> = async ({
  body,
  context,
  leewaySeconds,
  send,
}) => {
  const { issuedUntil } = await send(storage.revokeTokens, { ...context, ...body, leewaySeconds });
  return { status: 200, body: { ...body, revokedTimestamp: issuedUntil } };
};
