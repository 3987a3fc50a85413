import { settingsVersions } from '../schema.ts';

/** The columns of a version of the settings, without its document. */
export const settingsVersionColumns = {
  version: settingsVersions.version,
  at: settingsVersions.at,
  actorRole: settingsVersions.actorRole,
  actorId: settingsVersions.actorId,
  changed: settingsVersions.changed,
};

/** A version of the settings, without its document. */
export type SettingsVersionRow = Omit<typeof settingsVersions.$inferSelect, 'bytes' | 'document'>;
