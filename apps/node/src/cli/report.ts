import {
  type AgentReportQuery,
  ApiError,
  readAgentReport,
  readTicketReport,
  type TicketReportQuery,
} from '@chat-ticket/api';
import type { AgentFigures, Durations, TicketFigures } from '@chat-ticket/contract';
import type { Send } from '@chat-ticket/storage';
import { alignedTable, printable } from '@chat-ticket/text';
import { parseConfig } from '../config/parse-config.ts';
import { withWorkspace } from '../database/with-workspace.ts';

type Output = { json?: true; workspace: string };
type Report<Figures> = {
  total: Figures;
  groups: { key: string; figures: Figures }[];
  hasMoreGroups: boolean;
};

export const reportTickets = ({ json, workspace, ...query }: TicketReportQuery & Output): Promise<void> =>
  print((send) => readTicketReport(send, Date.now(), query), { json, workspace }, ticketColumns);

export const reportAgents = ({ json, workspace, ...query }: AgentReportQuery & Output): Promise<void> =>
  print((send) => readAgentReport(send, Date.now(), query), { json, workspace }, agentColumns);

/** The columns of a table, each with the text of a group. */
type Columns<Figures> = Readonly<Record<string, (figures: Figures) => string>>;

const seconds = (ms: number) => String(Math.round(ms / 1000));
const ofDurations = (durations: Durations | undefined, name: keyof Durations) =>
  durations === undefined ? '' : seconds(durations[name]);

const ticketColumns: Columns<TicketFigures> = {
  created: ({ created }) => String(created),
  answered: ({ answered }) => String(answered),
  'in goal %': ({ serviceLevelPercent }) => String(serviceLevelPercent ?? ''),
  'wait p50 s': ({ wait }) => ofDurations(wait, 'p50Ms'),
  'wait p95 s': ({ wait }) => ofDurations(wait, 'p95Ms'),
  'reply p50 s': ({ firstReply }) => ofDurations(firstReply, 'p50Ms'),
  offered: ({ offered }) => String(offered),
  taken: ({ taken }) => String(taken),
  missed: ({ missed }) => String(missed),
  declined: ({ declined }) => String(declined),
  transferred: ({ transferred }) => String(transferred),
  'chat mean s': ({ handling }) => ofDurations(handling, 'meanMs'),
  closed: ({ closed }) => String(closed),
};

const agentColumns: Columns<AgentFigures> = {
  'busy s': ({ busyMs }) => seconds(busyMs),
  'free s': ({ freeMs }) => seconds(freeMs),
  'occupancy %': ({ occupancyPercent }) => String(occupancyPercent ?? ''),
  'seconds in each status': ({ statuses }) =>
    statuses.map(({ status, durationMs }) => `${status} ${seconds(durationMs)}`).join(', '),
};

async function print<Figures>(
  read: (send: Send) => Promise<Report<Figures>>,
  { json = false, workspace }: { json: boolean | undefined; workspace: string },
  columns: Columns<Figures>,
): Promise<void> {
  const report = await withWorkspace(parseConfig(process.env), workspace, read).catch(withDetail);
  if (json) return console.log(JSON.stringify(report, null, 2));
  const rows = [...report.groups, { key: 'total', figures: report.total }];
  const names = Object.keys(columns);
  console.log(
    alignedTable(
      ['', ...names],
      rows.map(({ key, figures }) => [printable(key)].concat(names.map((name) => columns[name]!(figures)))),
      new Set(names.filter((name) => name !== 'seconds in each status')),
    ),
  );
  if (report.hasMoreGroups) console.error('More groups exist. Use a filter or a shorter range.');
}

/** The error with what it says to callers of the API. */
function withDetail(error: unknown): never {
  const detail = error instanceof ApiError ? error.occurrences[0]?.detail : undefined;
  throw detail === undefined ? error : new Error(detail);
}
