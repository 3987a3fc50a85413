import * as v from 'valibot';
import { text } from '../scalar/text.ts';
import { timestamp } from '../scalar/timestamp.ts';
import { SettingsDocument } from './settings.ts';
import type * as types from './settings-version.types.ts';

/** Schema of a version of the settings, without the settings. */
export const SettingsVersion = v.pipe(
  v.strictObject({
    version: SettingsDocument.pipe[0].entries.version,
    timestamp: v.optional(timestamp('When it was saved. Left out if the desk does not know')),
    actor: v.optional(
      v.pipe(
        v.strictObject({
          role: text('The role of the actor, or `system` for the defaults.', 'supervisor'),
          id: text('The id of the actor.', 'mia'),
        }),
        v.description('Who saved it. Left out if the desk does not know.'),
      ),
    ),
    changed: v.pipe(
      v.array(v.string()),
      v.description('The names of the settings that differ from the version before.'),
      v.examples([['queues', 'stickySeconds']]),
    ),
  }),
  v.description('A version of the settings: when it was saved, who saved it, and which settings it changed.'),
);
/** A version of the settings: when it was saved, who saved it, and which settings it changed. */
export type SettingsVersion = types.SettingsVersion;

/** Schema of the response of GET /v1/settings/versions. */
export const SettingsVersionPage = v.pipe(
  v.strictObject({
    versions: v.pipe(v.array(SettingsVersion), v.description('The versions, newest first.')),
    hasMore: v.pipe(
      v.boolean(),
      v.description('Whether the desk stores earlier versions.'),
      v.examples([false]),
    ),
  }),
  v.description('A page of the versions of the settings, newest first.'),
);
/** A page of the versions of the settings, newest first. */
export type SettingsVersionPage = types.SettingsVersionPage;
