import { query } from '../command/command.ts';
import { select } from '../command/statement.ts';
import { overlaps } from './get-agent-report.ts';
import { servedMs } from './served-ms.ts';

/** The part of the list to read. Times are in ms since 1970. */
export type ListStatusTimes = {
  from: number;
  until: number;
  now: number;
  /** Only this agent. Null: all agents. */
  agent: string | null;
  /** The place of the row before the first one. */
  afterAgent: string;
  afterAt: number;
  afterId: number;
  limit: number;
};

/** A time of an agent in a status. `ms` is the part of it in the range, without gaps. */
export type StatusTimeRow = {
  id: number;
  agentId: string;
  status: string;
  isRoutable: 0 | 1;
  hasTickets: 0 | 1;
  beganAt: number;
  endedAt: number | null;
  ms: number;
};

/** How many agents a page looks at. */
const maxAgents = 20;

const nextAgent = (condition: string) =>
  `(select min(agent_id) from agent_intervals where ${condition} and (:agent is null or agent_id = :agent))`;

const agents = `ids(id, number) as (
    select ${nextAgent('agent_id >= :afterAgent')}, 1
    union all
    select ${nextAgent('agent_id > ids.id')}, number + 1 from ids where ids.id is not null and number <= ${maxAgents})`;

const from = 'max(s.began_at, :from)';
const until = 'min(coalesce(s.ended_at, :now), :until)';

const selectRows = select<ListStatusTimes, StatusTimeRow>`
  with recursive ${agents}
  select s.id as "id", s.agent_id as "agentId", s.status as "status", s.is_routable as "isRoutable",
    s.has_tickets as "hasTickets", s.began_at as "beganAt", s.ended_at as "endedAt", ${servedMs(from, until)} as "ms"
  from ids cross join agent_intervals s
  where ids.number <= ${maxAgents} and ${overlaps('ids.id', ':from', ':until')}
    and (s.agent_id, s.began_at, s.id) > (:afterAgent, :afterAt, :afterId)
  order by s.agent_id, s.began_at, s.id limit :limit`;

/** The first agent that the page does not look at. */
const selectNext = select<ListStatusTimes, { agentId: string }>`
  with recursive ${agents}
  select id as "agentId" from ids where number = ${maxAgents + 1} and id is not null`;

/** The times of agents in a status that overlap the range, by agent and time. `next`: the agent that follows the page. */
export const listStatusTimes = query({
  answer: { rows: selectRows, next: selectNext },
  outcome: ({ rows, next }) => ({ rows, nextAgentId: next[0]?.agentId ?? null }),
});
