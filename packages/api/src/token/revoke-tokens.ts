import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';

export const revokeTokens: Handler<Routes['revokeTokens']> = async ({ body, command, db }) => ({
  status: 200,
  body: { ...body, revokedTimestamp: await storage.revokeTokens(db, { ...command, ...body }) },
});
