import { query } from '../command/command.ts';
import { only } from '../command/statement.ts';
import { completeSettings, selectSettings } from '../rows/settings-row.ts';

/** The settings document and its version. */
export const getSettings = query({
  answer: { row: only(selectSettings) },
  outcome: ({ row: { version, settings } }) => ({ version, settings: completeSettings(settings) }),
});
