import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';

export const listFields: Handler<Routes['listFields']> = async ({ send }) => {
  const { settings } = await send(storage.getSettings, {});
  return { status: 200, body: { fields: settings.fields } };
};
