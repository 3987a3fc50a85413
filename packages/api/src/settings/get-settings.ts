import type { Routes, SettingsDocument } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';

/** The response with the settings document. Its ETag is the version that If-Match takes. */
export const settingsResponse = (document: SettingsDocument) => ({
  status: 200 as const,
  body: document,
  headers: { ETag: `"${document.version}"` },
});

export const getSettings: Handler<Routes['getSettings']> = async ({ send }) =>
  settingsResponse(await send(storage.getSettings, {}));
