import { defaultLimits } from '@chat-ticket/contract';
import { query } from '../command/command.ts';
import { only } from '../command/statement.ts';
import { selectSettings } from '../rows/settings-row.ts';

/** The settings document and its version. */
export const getSettings = query({
  answer: { row: only(selectSettings) },
  // Settings that were saved before a limit existed lack it.
  outcome: ({ row: { version, settings } }) => ({
    version,
    settings: { ...settings, limits: { ...defaultLimits, ...settings.limits } },
  }),
});
