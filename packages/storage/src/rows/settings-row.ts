import { defaultSettings, type Settings } from '@chat-ticket/contract';
import { build, built } from '../command/built.ts';
import { settings } from '../schema.ts';

/** The settings of the workspace. No row: the first migration has not finished. */
export const selectSettings = built(() =>
  build
    .select({ version: settings.version, settings: settings.document, changeId: settings.changeId })
    .from(settings),
);

/** The settings with the defaults of those that did not exist when they were saved. */
export const completeSettings = (saved: Settings): Settings => ({
  ...defaultSettings,
  ...saved,
  limits: { ...defaultSettings.limits, ...saved.limits },
  queues: saved.queues.map((queue) => ({
    ...queue,
    requiresClosingCode: queue.requiresClosingCode ?? false,
  })),
});
