import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { settingsResponse } from './get-settings.ts';

export const putSettings: Handler<Routes['putSettings']> = async ({ body, context, send, headers }) => {
  // An ETag that is not a number matches no version.
  const version = headers.ifMatch?.slice(1, -1);
  const ifVersion = version === undefined ? null : /^\d{1,15}$/.test(version) ? Number(version) : -1;
  const { outcome, ...document } = await send(storage.putSettings, { ...context, settings: body, ifVersion });
  if (outcome === 'version_mismatch')
    throw new ApiError('version_mismatch', { source: { header: 'If-Match' } });
  return settingsResponse(document);
};
