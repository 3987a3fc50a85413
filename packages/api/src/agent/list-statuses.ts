import type { Routes } from '@chat-ticket/contract';
import { defaultStatuses } from '@chat-ticket/domain';
import type { Handler } from '../route/handler.ts';

export const listStatuses: Handler<Routes['listStatuses']> = async () => ({
  status: 200,
  body: { data: defaultStatuses.map(({ id }) => id) },
});
