import * as v from 'valibot';
import { basePath, supervisorRoles } from '../route/access.ts';
import { defineRoutes } from '../route/define-routes.ts';
import { pageQuery } from '../route/list.ts';
import { agentGroups, AgentReport, AgentReportPage } from './agent-report.ts';
import { agentFilter, rangeQuery, reportFilters } from './report-range.ts';
import { listedFigures, ticketGroups, TicketReport, TicketReportPage, waitCauses } from './ticket-report.ts';

const bounds = 'A range has 366 days at most, 31 days by hour, and 120,000 tickets.';

/** The reports. */
export const reportRoutes = defineRoutes({
  getTicketReport: {
    method: 'GET',
    path: `${basePath}/v1/reports/tickets`,
    tag: 'desk',
    summary: 'Report tickets',
    description: `Returns what happened to tickets in a range: how many, how long, and why they waited. ${bounds} \`listTicketReportRows\` with the same filters lists what a figure counts.`,
    access: supervisorRoles,
    query: {
      ...rangeQuery,
      groupBy: v.pipe(
        v.picklist(ticketGroups),
        v.description('What the tickets of a group have in common. Left out: one total.'),
        v.examples(['queue']),
      ),
      ...reportFilters,
    },
    responses: { 200: TicketReport },
  },
  listTicketReportRows: {
    method: 'GET',
    path: `${basePath}/v1/reports/tickets/rows`,
    tag: 'desk',
    summary: 'List what a figure of tickets counts',
    description: `Returns the rows behind a figure of the report of tickets, oldest first. A page looks at 5,000 rows at most, so that a filter can make it short: it is the last page only if it has no \`nextCursor\`.`,
    access: supervisorRoles,
    list: 'rows',
    query: {
      ...rangeQuery,
      figure: v.pipe(
        v.picklist(listedFigures),
        v.description('The figure whose rows are listed. Default: created.'),
        v.examples(['waited']),
      ),
      cause: v.pipe(
        v.picklist(waitCauses),
        v.description('Only waits with this cause. Other figures have no row with one.'),
        v.examples(['all_full']),
      ),
      ...reportFilters,
      ...pageQuery('WzE1NzI0OTk5OTkxMjMsNDcxMV0'),
    },
    responses: { 200: TicketReportPage },
  },
  getAgentReport: {
    method: 'GET',
    path: `${basePath}/v1/reports/agents`,
    tag: 'desk',
    summary: 'Report agents',
    description: `Returns how agents spent their time in a range: in each status, with and without tickets. ${bounds} \`listAgentReportRows\` with the same filter lists the times.`,
    access: supervisorRoles,
    query: {
      ...rangeQuery,
      groupBy: v.pipe(
        v.picklist(agentGroups),
        v.description('What a group has in common. Left out: one total.'),
        v.examples(['agent']),
      ),
      ...agentFilter,
    },
    responses: { 200: AgentReport },
  },
  listAgentReportRows: {
    method: 'GET',
    path: `${basePath}/v1/reports/agents/rows`,
    tag: 'desk',
    summary: 'List the times of agents',
    description: `Returns the times behind the report of agents that overlap the range, by agent and time. A page looks at 20 agents at most, so that it can be short: it is the last page only if it has no \`nextCursor\`.`,
    access: supervisorRoles,
    list: 'rows',
    query: { ...rangeQuery, ...agentFilter, ...pageQuery('WyJhbm4iLDE1NzI0OTk5OTkxMjMsNDcxMV0') },
    responses: { 200: AgentReportPage },
  },
});
