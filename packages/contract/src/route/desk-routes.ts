import { Board } from '../board.ts';
import { EventPage } from '../event.ts';
import { limitText, seqText } from '../query.ts';
import { basePath, bodyErrors, ifMatch, keeperRoles } from './route-parts.ts';
import { Settings, SettingsDocument } from '../settings/settings.ts';
import { RevokedTokens, RevokeTokensParam } from '../token.ts';
import type { Route } from './route.ts';

/** The workspace as a whole. */
export const deskRoutes = {
  getBoard: {
    method: 'GET',
    path: `${basePath}/v1/board`,
    tag: 'desk',
    summary: 'Get queues and agents as they stand',
    access: keeperRoles,
    params: {},
    headers: {},
    body: null,
    responses: { 200: Board },
    errors: [],
  },
  revokeTokens: {
    method: 'POST',
    path: `${basePath}/v1/tokens/revoke`,
    tag: 'desk',
    summary: 'Revoke a person’s tokens',
    description:
      'All that were issued until now: calls with them are refused at once, live connections end within a minute. A token issued from the next second on is taken again.',
    access: ['service', 'admin'],
    idempotent: true,
    params: {},
    headers: {},
    body: RevokeTokensParam,
    responses: { 200: RevokedTokens },
    errors: bodyErrors,
  },
  getSettings: {
    method: 'GET',
    path: `${basePath}/v1/settings`,
    tag: 'desk',
    summary: 'Get the workspace’s settings',
    access: keeperRoles,
    params: {},
    headers: {},
    body: null,
    responses: { 200: SettingsDocument },
    errors: [],
  },
  putSettings: {
    method: 'PUT',
    path: `${basePath}/v1/settings`,
    tag: 'desk',
    summary: 'Replace the workspace’s settings',
    description:
      'All of them at once, or none: what is left out falls back to its default. Every ticket that is open finds its queue again.',
    access: keeperRoles,
    params: {},
    headers: ifMatch,
    body: Settings,
    responses: { 200: SettingsDocument },
    errors: [...bodyErrors, 'header_invalid', 'version_mismatch'],
  },
  listEvents: {
    method: 'GET',
    path: `${basePath}/v1/events`,
    tag: 'desk',
    summary: 'Follow what happens',
    description:
      'The log of everything that happens, in order. Ask again with `after` as the `seq` of the last event that you have: nothing is left out. When that is older than what is kept, the answer is 409 `events_pruned`, never a silent gap.',
    access: keeperRoles,
    params: {},
    query: {
      after: seqText('Only events of a higher `seq`; left out: from the oldest that is kept.'),
      limit: limitText(1000, 100),
    },
    headers: {},
    body: null,
    responses: { 200: EventPage },
    errors: ['parameter_invalid', 'events_pruned'],
  },
} as const satisfies Record<string, Route>;
