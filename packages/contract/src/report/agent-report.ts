import * as v from 'valibot';
import { nextCursor } from '../route/list.ts';
import { identifier } from '../scalar/identifier.ts';
import { count } from '../scalar/number.ts';
import { text } from '../scalar/text.ts';
import type * as types from './agent-report.types.ts';
import { groupRange, reportRange } from './report-range.ts';

/** What the groups of a report of agents can have in common. */
export const agentGroups = ['agent', 'hour', 'day'] as const;

/** Schema of the figures of a report of agents. */
export const AgentFigures = v.pipe(
  v.strictObject({
    statuses: v.pipe(
      v.array(
        v.strictObject({
          status: text('The status.', 'online'),
          durationMs: count('How long agents had it, in ms.', 25_200_000),
        }),
      ),
      v.description('The statuses that agents had, by id.'),
    ),
    busyMs: count('How long agents had tickets and were not offline, in ms.', 18_000_000),
    freeMs: count('How long agents had no ticket and were routable, in ms.', 7_200_000),
    occupancyPercent: v.optional(
      v.pipe(
        v.number(),
        v.description(
          'The share of `busyMs` in `busyMs` and `freeMs`, in percent with one decimal. Left out if both are 0.',
        ),
        v.examples([71.4]),
      ),
    ),
  }),
  v.description('How agents spent their time. Gaps, in which the desk did not serve, are left out.'),
);
/** How agents spent their time. */
export type AgentFigures = types.AgentFigures;

/** Schema of the response of GET /v1/reports/agents. */
export const AgentReport = v.pipe(
  v.strictObject({
    ...reportRange,
    groupBy: v.optional(
      v.pipe(
        v.picklist(agentGroups),
        v.description('What a group has in common. Left out: there are no groups.'),
      ),
    ),
    total: v.pipe(AgentFigures, v.description('The figures of all groups together.')),
    groups: v.pipe(
      v.array(v.strictObject({ ...groupRange, figures: AgentFigures })),
      v.description('The groups, in order of time or by the id of the agent.'),
    ),
    hasMoreGroups: v.pipe(
      v.boolean(),
      v.description('Whether groups are left out: a report has 500 at most.'),
      v.examples([false]),
    ),
  }),
  v.description('A report of agents.'),
);
/** A report of agents. */
export type AgentReport = types.AgentReport;

/** Schema of a row of the report of agents. */
export const AgentReportRow = v.pipe(
  v.strictObject({
    id: text('The id of the row.', '4711'),
    agentId: identifier('The id of the agent.', 'ann'),
    status: text('The status.', 'online'),
    isRoutable: v.pipe(
      v.boolean(),
      v.description('Whether agents in it could receive tickets.'),
      v.examples([true]),
    ),
    hasTickets: v.pipe(v.boolean(), v.description('Whether the agent had tickets.'), v.examples([false])),
    startTimestampMs: count('When it began, in ms since 1970.', 1_572_499_999_123),
    endTimestampMs: v.optional(
      count('When it ended, in ms since 1970. Left out: it lasts.', 1_572_500_999_123),
    ),
    durationMs: v.optional(
      count('How much of it is in the range, without gaps, in ms. Left out while it lasts.', 1_000_000),
    ),
  }),
  v.description('A time in which an agent had a status, and had tickets or had none.'),
);
/** A time in which an agent had a status, and had tickets or had none. */
export type AgentReportRow = types.AgentReportRow;

/** Schema of the response of GET /v1/reports/agents/rows. */
export const AgentReportPage = v.pipe(
  v.strictObject({
    rows: v.pipe(v.array(AgentReportRow), v.description('The rows, by agent and time.')),
    nextCursor,
  }),
  v.description('A page of the rows behind a report of agents.'),
);
/** A page of the rows behind a report of agents. */
export type AgentReportPage = types.AgentReportPage;
