import { basePath, supervisorRoles } from '../route/access.ts';
import { defineRoutes } from '../route/define-routes.ts';
import { ifMatch } from '../route/parameters.ts';
import { limitQuery, versionQuery } from '../scalar/query-number.ts';
import { Settings, SettingsDocument } from './settings.ts';
import { SettingsVersionPage } from './settings-version.ts';

/** The workspace’s settings. */
export const settingsRoutes = defineRoutes({
  getSettings: {
    method: 'GET',
    path: `${basePath}/v1/settings`,
    tag: 'desk',
    summary: 'Get the workspace’s settings',
    description:
      'Returns the present settings, or those of an earlier version. To return to an earlier version, PUT its `settings`.',
    access: supervisorRoles,
    query: { version: versionQuery('The version to return. Left out: the present one.') },
    responses: { 200: SettingsDocument },
    errors: ['settings_version_not_found'],
  },
  listSettingsVersions: {
    method: 'GET',
    path: `${basePath}/v1/settings/versions`,
    tag: 'desk',
    summary: 'List the versions of the settings',
    description:
      'Returns when the settings were changed, who changed them, and which settings changed, newest first. The desk stores the newest 500 versions, up to 32 MiB. For more, call again with `before` set to the last `version` that you have.',
    access: supervisorRoles,
    query: {
      before: versionQuery('Only versions before this one. Left out: from the present one.'),
      limit: limitQuery(100, 50),
    },
    responses: { 200: SettingsVersionPage },
  },
  putSettings: {
    method: 'PUT',
    path: `${basePath}/v1/settings`,
    tag: 'desk',
    summary: 'Replace the workspace’s settings',
    description:
      'Replaces the whole document: a field that is left out gets its default. If the queues or `priorityPointSeconds` change, every open ticket is matched to its queue again: 50 tickets at once, the rest within seconds. No ticket is assigned by a rule until then. The body can also be the whole response of GET /v1/settings: its `version` is then expected as in If-Match.',
    access: supervisorRoles,
    headers: ifMatch,
    body: Settings,
    acceptsItsResponse: 'settings',
    maxBodyBytes: 4 * 1024 * 1024,
    responses: { 200: SettingsDocument },
  },
});
