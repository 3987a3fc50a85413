import { build, built } from '../command/built.ts';
import { settings } from '../schema.ts';

/** The settings of the workspace. No row: the first migration has not finished. */
export const selectSettings = built(() =>
  build
    .select({ version: settings.version, settings: settings.document, changeId: settings.changeId })
    .from(settings),
);
