import type { StatusTime } from '@chat-ticket/domain';
import { query } from '../command/command.ts';
import { only, type Select, select } from '../command/statement.ts';
import { bounded, type Buckets, hasMoreRows, maxReportedTimes } from './report-bounds.ts';
import { servedMs } from './served-ms.ts';

/** What a report of agents is about. `maxRows`: how many intervals its range may have. Default: 240,000. */
export type AgentReportInput = Omit<Params, 'maxRows'> & { maxRows?: number };

type Params = {
  buckets: Buckets;
  /** The end of intervals that have not ended, in ms since 1970. */
  now: number;
  /** Only this agent. Null: all agents. */
  agent: string | null;
  maxRows: number;
};

const tooManyTimes = hasMoreRows('agent_intervals', 'ended_at');

/** The time in a status. */
export type AgentReportRow = StatusTime & {
  /** The index of the bucket. */
  bucket: number;
  /** The id of the agent. Empty: all agents. */
  key: string;
};

/** The ids of all agents with intervals, also of those who were removed. Each is one search in the index. */
export const agentIds = `ids(id) as (
    select coalesce(:agent, min(agent_id)) from agent_intervals
    union all
    select (select min(agent_id) from agent_intervals where agent_id > ids.id) from ids
    where ids.id is not null and :agent is null)`;

/** The intervals `s` of the agent that overlap the time from `from` until `until`. Those of an agent do not overlap. */
export const overlaps = (agentId: string, from: string, until: string): string => `
  s.agent_id = ${agentId} and s.began_at < ${until} and coalesce(s.ended_at, :now) > ${from}
  and s.began_at >= coalesce((
    select max(began_at) from agent_intervals where agent_id = ${agentId} and began_at <= ${from}), 0)`;

const from = 'max(s.began_at, b.value ->> 0)';
const until = 'min(coalesce(s.ended_at, :now), b.value ->> 1)';

const selectTimes = (key: string): Select<Params, AgentReportRow> => select<Params, AgentReportRow>`
  with recursive ${agentIds},
  ${bounded(tooManyTimes)},
  times as materialized (
    select b.key as bucket, ${key} as key, s.status, ${servedMs(from, until)} as ms, s.is_routable, s.has_tickets
    from bounded, json_each(bounded.buckets) b cross join ids cross join agent_intervals s
    where ${overlaps('ids.id', 'b.value ->> 0', 'b.value ->> 1')})
  select bucket as "bucket", key as "key", status as "status", sum(ms) as "ms",
    sum(case when has_tickets = 1 and status <> 'offline' then ms else 0 end) as "busyMs",
    sum(case when is_routable = 1 and has_tickets = 0 then ms else 0 end) as "freeMs"
  from times
  group by bucket, key, status having sum(ms) > 0`;

const selectSize = select<Params, { isTooLarge: 0 | 1 }>`
  select ${tooManyTimes} as "isTooLarge"`;

const reportBy = (key: string) =>
  query({
    params: (input: AgentReportInput): Params => ({ maxRows: maxReportedTimes, ...input }),
    answer: { rows: selectTimes(key), size: only(selectSize) },
    outcome: ({ rows, size }) => (size.isTooLarge ? null : rows),
  });

/** The times of agents in the buckets, by agent or of all agents together. Null: the range has too many intervals. */
export const getAgentReport = { none: reportBy(`''`), agent: reportBy('ids.id') };
