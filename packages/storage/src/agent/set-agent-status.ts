import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, only, select, statement } from '../command/statement.ts';
import { type AgentRow, selectActingAgent } from '../rows/agent-row.ts';
import { actingAgentId, type ActingAgentParams } from '../sql/acting-agent.ts';
import { appendAgentEvents } from '../steps/append-events.ts';
import { appendAssignments, assignWaitingTo } from '../steps/assign.ts';
import { extendLease } from '../steps/extend-lease.ts';

/** A status for the acting agent. */
export type SetAgentStatus = CommandContext &
  ActingAgentParams & {
    status: string;
    /** The end of the agent’s lease, in ms since 1970. 0: the lease does not change. */
    leaseUntil: number;
    /** The record to create if the agent has none. Null: none may be created. */
    create: { email: string | null; name: string | null } | null;
  };

/**
 * `status_unknown`: the settings do not have the status. `agent_unknown`: the agent has no record, and none may be
 * created. `email_taken`: no record was created, because another agent has its email.
 */
export type SetAgentStatusOutcome =
  | { outcome: 'done'; agent: AgentRow }
  | { outcome: 'status_unknown' | 'agent_unknown' | 'email_taken' };

type Params = Omit<SetAgentStatus, 'create'> & {
  mayCreate: boolean;
  email: string | null;
  name: string | null;
};

const insertAgent = statement<Params>`
  insert into agents (id, email, name, status, status_since, is_routable, max_load, last_login_at, idle_since, strategy, change_id)
  select
    :ref, :email, :name, agent_statuses.id, :now, agent_statuses.is_routable, settings.capacity,
    case when agent_statuses.id <> 'offline' then :now end, :now, settings.strategy, :changeId
  from agent_statuses, settings
  where :mayCreate = 1 and settings.creates_agents = 1 and agent_statuses.id = :status
  on conflict do nothing`;

const updateStatus = statement<Params>`
  update agents set
    status = agent_statuses.id, status_since = :now, is_routable = agent_statuses.is_routable, misses = 0,
    last_login_at = case when agents.status = 'offline' then :now else agents.last_login_at end,
    idle_since = case when agents.is_routable = 0 then :now else agents.idle_since end,
    change_id = :changeId
  from agent_statuses
  where agent_statuses.id = :status and agents.id = ${actingAgentId} and agents.status <> :status`;

const appendStatusChange = appendAgentEvents<Params>('agent.status_changed', {
  where: `agents.id = ${actingAgentId} and agents.change_id = :changeId`,
});

const selectSettings = select<Params, { knowsStatus: 0 | 1; createsAgents: 0 | 1 }>`
  select
    exists (select 1 from agent_statuses where id = :status) as "knowsStatus",
    creates_agents as "createsAgents"
  from settings`;

/** Sets the acting agent’s status, and assigns waiting tickets to the agent if it may receive them. */
export const setAgentStatus = command({
  params: ({ create, ...rest }: SetAgentStatus): Params => ({
    ...rest,
    mayCreate: create !== null,
    email: create?.email ?? null,
    name: create?.name ?? null,
  }),
  steps: [
    insertAgent,
    updateStatus,
    appendStatusChange,
    ...extendLease<Params>(actingAgentId),
    assignWaitingTo<Params>(actingAgentId),
    appendAssignments,
  ],
  answer: { settings: only(selectSettings), agent: one(selectActingAgent) },
  outcome: ({ settings, agent }, { create }): SetAgentStatusOutcome => {
    if (!settings.knowsStatus) return { outcome: 'status_unknown' };
    if (agent) return { outcome: 'done', agent };
    // The record could be created but does not exist, so another agent has its email.
    return { outcome: create && settings.createsAgents ? 'email_taken' : 'agent_unknown' };
  },
});
