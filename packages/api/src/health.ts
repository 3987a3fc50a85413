import type { Routes } from '@chat-ticket/contract';
import { isCurrent } from '@chat-ticket/storage';
import { ApiError } from './error/api-error.ts';
import type { Handler } from './route/handler.ts';

export const getHealth: Handler<Routes['getHealth']> = async () => ({ status: 200, body: { status: 'ok' } });

export const getReadiness: Handler<Routes['getReadiness']> = async ({ send }) => {
  if (!(await isCurrent(send))) throw new ApiError('schema_outdated');
  return { status: 200, body: { status: 'ready' } };
};
