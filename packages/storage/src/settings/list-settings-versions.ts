import { desc, lt, sql } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { query } from '../command/command.ts';
import { settingsVersionColumns } from '../rows/settings-version-row.ts';
import { settingsVersions } from '../schema.ts';

type Params = { before: number | null; limit: number };

const selectVersions = built((p: Placeholders<Params>) =>
  build
    .select(settingsVersionColumns)
    .from(settingsVersions)
    .where(lt(settingsVersions.version, sql`coalesce(${p.before}, ${Number.MAX_SAFE_INTEGER})`))
    .orderBy(desc(settingsVersions.version))
    .limit(sql.placeholder('limit')),
);

/** At most `limit` stored versions of the settings, the newest first. If `before` is not null, those before it. */
export const listSettingsVersions = query({ answer: { versions: selectVersions } });
