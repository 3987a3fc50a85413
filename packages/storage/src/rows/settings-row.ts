import { build, built } from '../command/built.ts';
import { settings } from '../schema.ts';

/** The one row of the settings. A workspace has none only before its first migration has ended. */
export const selectSettings = built(() =>
  build
    .select({ version: settings.version, settings: settings.document, changeId: settings.changeId })
    .from(settings),
);
