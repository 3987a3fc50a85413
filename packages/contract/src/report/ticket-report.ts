import * as v from 'valibot';
import { nextCursor } from '../route/list.ts';
import { identifier } from '../scalar/identifier.ts';
import { count } from '../scalar/number.ts';
import { text } from '../scalar/text.ts';
import { groupRange, reportRange } from './report-range.ts';
import type * as types from './ticket-report.types.ts';

/** What the groups of a report of tickets can have in common. */
export const ticketGroups = ['queue', 'agent', 'ccr', 'language', 'entity', 'hour', 'day'] as const;

/** The figures of a report of tickets whose rows can be listed. */
export const listedFigures = [
  'created',
  'answered',
  'answeredInGoal',
  'replied',
  'offered',
  'taken',
  'missed',
  'declined',
  'transferred',
  'handled',
  'wrappedUp',
  'closed',
  'waited',
] as const;

/** The causes of a wait. */
export const waitCauses = [
  'missed',
  'declined',
  'queue_closed',
  'nobody_with_skills',
  'all_full',
  'other',
] as const;

/** Schema of how long something took. */
export const Durations = v.pipe(
  v.strictObject({
    meanMs: count('The mean, in ms.', 41_250),
    p50Ms: count('The median, in ms: a whole second, rounded down.', 38_000),
    p95Ms: count('What 95% do not exceed, in ms: a whole second, rounded down.', 121_000),
  }),
  v.description('How long something took. Percentiles are by the nearest rank.'),
);
/** How long something took. */
export type Durations = types.Durations;

const durations = (description: string) => v.optional(v.pipe(Durations, v.description(description)));

/** Schema of the figures of a report of tickets. */
export const TicketFigures = v.pipe(
  v.strictObject({
    created: count('How many tickets were created.', 120),
    answered: count('How many tickets got their first agent.', 118),
    answeredInGoal: count('How many of these got it within the service goal that their queue had then.', 101),
    serviceLevelPercent: v.optional(
      v.pipe(
        v.number(),
        v.description('The share of `answeredInGoal` in `answered`, in percent with one decimal.'),
        v.examples([85.6]),
      ),
    ),
    wait: durations('From the intake until the first agent, of the tickets in `answered`.'),
    replied: count('How many tickets got the first message of an agent.', 117),
    firstReply: durations(
      'From the intake until the first message of an agent, of the tickets in `replied`.',
    ),
    offered: count('How many offers ended.', 131),
    taken: count('How many of these offers were picked.', 116),
    missed: count('How many of these offers were not picked in time.', 9),
    declined: count('How many of these offers were declined.', 4),
    transferred: count('How often a person gave a ticket from one agent to another, or to another queue.', 3),
    handled: count('How many times an agent ended a chat or lost a picked ticket.', 116),
    handling: durations('From the pick until that, without gaps.'),
    wrappedUp: count('How many wrap-ups ended.', 114),
    wrapUp: durations('The length of these wrap-ups, without gaps.'),
    closed: count('How many tickets were closed.', 115),
    waited: count('How many waits ended. A ticket waits again when it loses its agent.', 44),
    waitCauses: v.pipe(
      v.array(
        v.strictObject({
          cause: v.pipe(
            v.picklist(waitCauses),
            v.description(
              'The cause. `missed` and `declined`: the offer before. `nobody_with_skills`: nobody on duty had the skills. `all_full`: all who had them had no free capacity.',
            ),
            v.examples(['all_full']),
          ),
          count: count('How many waits had it.', 21),
        }),
      ),
      v.description(
        'Why these tickets waited, as of the beginning of each wait. Causes that did not occur are left out.',
      ),
    ),
  }),
  v.description(
    'What happened to tickets. Each figure counts what happened in the range. Durations are left out if nothing was counted.',
  ),
);
/** What happened to tickets. */
export type TicketFigures = types.TicketFigures;

/** Schema of the response of GET /v1/reports/tickets. */
export const TicketReport = v.pipe(
  v.strictObject({
    ...reportRange,
    groupBy: v.optional(
      v.pipe(
        v.picklist(ticketGroups),
        v.description('What the tickets of a group have in common. Left out: there are no groups.'),
      ),
    ),
    total: v.pipe(TicketFigures, v.description('The figures of all groups together.')),
    groups: v.pipe(
      v.array(v.strictObject({ ...groupRange, figures: TicketFigures })),
      v.description('The groups in which something happened: hours and days in order, others by key.'),
    ),
    hasMoreGroups: v.pipe(
      v.boolean(),
      v.description('Whether groups are left out: a report has the 500 groups in which most happened.'),
      v.examples([false]),
    ),
  }),
  v.description('A report of tickets.'),
);
/** A report of tickets. */
export type TicketReport = types.TicketReport;

/** Schema of a row of the report of tickets. */
export const TicketReportRow = v.pipe(
  v.strictObject({
    id: text('The id of the row. It is unique among the rows of a figure.', '4711'),
    ticketId: identifier('The id of the ticket.', 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'),
    queueId: text('The id of the queue.', 'default'),
    agentId: v.optional(identifier('The id of the agent. Left out: none.', 'ann')),
    timestampMs: count('When it happened, in ms since 1970.', 1_572_499_999_123),
    durationMs: v.optional(count('How long it took, in ms. Left out if it has no length.', 41_250)),
    cause: v.optional(v.pipe(v.picklist(waitCauses), v.description('Why the ticket waited.'))),
    endedBy: v.optional(
      text(
        'What ended the wait, offer, chat or wrap-up, such as `assigned`, `picked` or `closed`.',
        'picked',
      ),
    ),
  }),
  v.description('One thing that a figure counts.'),
);
/** One thing that a figure counts. */
export type TicketReportRow = types.TicketReportRow;

/** Schema of the response of GET /v1/reports/tickets/rows. */
export const TicketReportPage = v.pipe(
  v.strictObject({
    rows: v.pipe(v.array(TicketReportRow), v.description('The rows, oldest first.')),
    nextCursor,
  }),
  v.description('A page of the rows behind a figure.'),
);
/** A page of the rows behind a figure. */
export type TicketReportPage = types.TicketReportPage;
