import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';

export const listStatuses: Handler<Routes['listStatuses']> = async ({ db }) => ({
  status: 200,
  body: { data: await storage.listStatuses(db) },
});
