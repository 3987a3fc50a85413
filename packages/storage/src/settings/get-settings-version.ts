import { eq } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { query } from '../command/command.ts';
import { one } from '../command/statement.ts';
import { completeSettings } from '../rows/settings-row.ts';
import { settingsVersionColumns } from '../rows/settings-version-row.ts';
import { settingsVersions } from '../schema.ts';

const selectVersion = built((p: Placeholders<{ version: number }>) =>
  build
    .select({ ...settingsVersionColumns, settings: settingsVersions.document })
    .from(settingsVersions)
    .where(eq(settingsVersions.version, p.version)),
);

/** A version of the settings with its document. Null: it is not stored. */
export const getSettingsVersion = query({
  answer: { row: one(selectVersion) },
  outcome: ({ row }) => row && { ...row, settings: completeSettings(row.settings) },
});
