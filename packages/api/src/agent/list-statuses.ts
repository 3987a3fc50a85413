import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';

export const listStatuses: Handler<Routes['listStatuses']> = async ({ send }) => {
  const { statuses } = await send(storage.listStatuses, {});
  return { status: 200, body: { data: statuses.map(({ id }) => id) } };
};
