import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import { ifMatchTags } from '../request/if-match.ts';
import type { Handler } from '../route/handler.ts';
import { settingsResponse } from './get-settings.ts';

export const putSettings: Handler<Routes['putSettings']> = async ({
  body,
  sentVersion,
  context,
  send,
  headers,
  applyLimits,
}) => {
  const isHeader = headers.ifMatch !== undefined || sentVersion === null;
  // An ETag that is not a number matches no version.
  const versions = ifMatchTags(headers.ifMatch)?.filter((tag) => /^\d{1,15}$/.test(tag));
  const ifVersion = isHeader ? (versions?.map(Number) ?? null) : [sentVersion];
  // Validating and storing many queues each take some ms. Other requests have a turn in between.
  await new Promise((resolve) => setTimeout(resolve));
  const { outcome, ...document } = await send(storage.putSettings, { ...context, settings: body, ifVersion });
  if (outcome === 'version_mismatch')
    throw new ApiError('version_mismatch', {
      source: isHeader ? { header: 'If-Match' } : { pointer: '/version' },
    });
  applyLimits(document.settings.limits);
  return settingsResponse(document);
};
