import { basePath, supervisorRoles } from '../route/access.ts';
import { defineRoutes } from '../route/define-routes.ts';
import { limitQuery, seqQuery } from '../scalar/query-number.ts';
import { EventPage } from './event.ts';

/** The event log. */
export const eventRoutes = defineRoutes({
  listEvents: {
    method: 'GET',
    path: `${basePath}/v1/events`,
    tag: 'desk',
    summary: 'List events',
    description:
      'Returns the events of the event log in order. To follow the log, call again with `after` set to the `seq` of the last event that you have: no event is left out. If the events after it are no longer stored, the desk responds with 409 `events_pruned`.',
    access: supervisorRoles,
    query: {
      after: seqQuery('Only events with a higher `seq`. Left out: from the oldest event that is stored.'),
      limit: limitQuery(1000, 100),
    },
    responses: { 200: EventPage },
    errors: ['events_pruned'],
  },
});
