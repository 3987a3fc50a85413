import type { Routes, SettingsDocument } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';

/** The response with the settings document. Its ETag is the version that If-Match takes. */
export const settingsResponse = (document: SettingsDocument) => ({
  status: 200 as const,
  body: document,
  headers: { ETag: `"${document.version}"` },
});

export const getSettings: Handler<Routes['getSettings']> = async ({ send, query: { version } }) => {
  if (version === undefined) return settingsResponse(await send(storage.getSettings, {}));
  const stored = await send(storage.getSettingsVersion, { version });
  if (!stored) throw new ApiError('settings_version_not_found', { source: { parameter: 'version' } });
  return settingsResponse({ version, settings: stored.settings });
};
