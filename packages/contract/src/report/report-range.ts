import * as v from 'valibot';
import { TimeZone } from '../scalar/time-zone.ts';

const instant = (description: string, example: string) =>
  v.pipe(
    v.string(),
    v.maxLength(32),
    v.regex(
      /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/,
      'must be a date, or a date and time such as 2026-11-26T09:00 or 2026-11-26T08:00:00Z',
    ),
    v.description(description),
    v.examples([example]),
  );

const filter = (description: string, example: string) =>
  v.pipe(
    v.string(),
    v.maxLength(256),
    v.check((text) => !text.includes('\0'), 'must not contain U+0000'),
    v.description(`${description} Empty: only without one.`),
    v.examples([example]),
  );

/** The query parameters that say which time a report is about. */
export const rangeQuery = {
  from: instant(
    'From when, as a date (its first instant) or a date and time. Without an offset it is local in `timeZone`. Default: one day before `to`.',
    '2026-11-01',
  ),
  to: instant('Until when, exclusive, in the same form. Default: now.', '2026-11-08T09:00'),
  timeZone: v.pipe(
    TimeZone,
    v.description('The time zone of local times, by its name in the IANA database. Default: UTC.'),
    v.examples(['Europe/Berlin']),
  ),
};

/** The query parameter that restricts a report to an agent. */
export const agentFilter = { agentId: filter('Only this agent.', 'ann') };

/** The query parameters that restrict a report of tickets. */
export const reportFilters = {
  queueId: filter('Only this queue.', 'default'),
  ...agentFilter,
  ccr: filter('Only this contact reason, as the ticket has it.', 'delivery - wrong address'),
  language: filter('Only this language.', 'tha'),
  entityId: filter('Only this entity.', 'FP_TH'),
};

/** The members that every report has. */
export const reportRange = {
  from: v.pipe(
    v.string(),
    v.description('From when, in UTC. `from` accepts it.'),
    v.examples(['2026-10-31T23:00:00.000Z']),
  ),
  to: v.pipe(
    v.string(),
    v.description('Until when, exclusive, in UTC. `to` accepts it.'),
    v.examples(['2026-11-08T08:00:00.000Z']),
  ),
  timeZone: v.pipe(v.string(), v.description('The time zone of local times.'), v.examples(['Europe/Berlin'])),
};

/** The members of a group that is a local hour or day. */
export const groupRange = {
  key: v.pipe(
    v.string(),
    v.description(
      'What the group has in common: an id or a value, empty if the tickets have none. For `day` the local date, for `hour` the local time at which the hour starts, with its offset.',
    ),
    v.examples(['default']),
  ),
  from: v.optional(
    v.pipe(
      v.string(),
      v.description('When the hour or day starts, in UTC. Left out for other groups.'),
      v.examples(['2026-10-31T23:00:00.000Z']),
    ),
  ),
  to: v.optional(
    v.pipe(
      v.string(),
      v.description('When the hour or day ends, in UTC. Left out for other groups.'),
      v.examples(['2026-11-01T23:00:00.000Z']),
    ),
  ),
};
