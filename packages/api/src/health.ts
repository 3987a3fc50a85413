import type { Routes } from '@chat-ticket/contract';
import { isCurrent } from '@chat-ticket/storage';
import { ApiError } from './error/api-error.ts';
import type { Handler } from './route/handler.ts';

export const getHealth: Handler<Routes['getHealth']> = async () => ({ status: 200, body: { status: 'ok' } });

/** The reason is in the log only: anyone may call this route. */
const oldKeySet =
  'The key set of AUTH_JWKS_URL is not available. The desk verifies tokens with the last one for up to 12 hours.';

export const getReadiness: Handler<Routes['getReadiness']> = async ({ checkKeys, send }) => {
  const [isSchemaCurrent, keys] = await Promise.all([isCurrent(send), checkKeys()]);
  if (!isSchemaCurrent) throw new ApiError('schema_outdated');
  if (!keys.isUsable) throw new ApiError('key_set_unavailable', {}, { 'Retry-After': '10' });
  if (keys.problem === undefined) return { status: 200, body: { status: 'ready' } };
  return { status: 200, body: { status: 'ready', warnings: [oldKeySet] } };
};
