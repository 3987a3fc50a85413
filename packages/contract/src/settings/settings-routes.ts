import { basePath, supervisorRoles } from '../route/access.ts';
import { defineRoutes } from '../route/define-routes.ts';
import { ifMatch } from '../route/parameters.ts';
import { Settings, SettingsDocument } from './settings.ts';

/** The workspace’s settings. */
export const settingsRoutes = defineRoutes({
  getSettings: {
    method: 'GET',
    path: `${basePath}/v1/settings`,
    tag: 'desk',
    summary: 'Get the workspace’s settings',
    access: supervisorRoles,
    responses: { 200: SettingsDocument },
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
