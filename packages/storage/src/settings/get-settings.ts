import type { Settings, SettingsDocument } from '@chat-ticket/contract';
import type { Database } from '../database.ts';
import { settings } from '../schema.ts';
import { build, reader } from '../statement.ts';

export const selectSettings = reader<Record<never, never>>()(
  { version: settings.version, document: settings.document, changeId: settings.changeId },
  (_, fields) => build.select(fields).from(settings),
);

export const toDocument = (row: { version: number; document: string }): SettingsDocument => ({
  version: row.version,
  settings: JSON.parse(row.document) as Settings,
});

/** The settings as they stand. */
export async function getSettings(db: Database): Promise<SettingsDocument> {
  const [result] = await db.batch([selectSettings({})], 'read');
  return toDocument(selectSettings.rows(result!)[0]!);
}
