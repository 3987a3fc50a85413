import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';

export const listTags: Handler<Routes['listTags']> = async ({ send }) => {
  const { settings } = await send(storage.getSettings, {});
  return { status: 200, body: settings.tags };
};
