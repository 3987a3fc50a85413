import { emailKey } from '@chat-ticket/domain';
import { command } from '../command/command.ts';
import type { CommandContext } from '../command/command-context.ts';
import { one, only, select, statement } from '../command/statement.ts';
import { type AgentRow, selectActingAgent } from '../rows/agent-row.ts';
import { hasEmail } from '../sql/agent-names.ts';
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
    create: NewAgent | null;
  };

/** The record of an agent that has none, from its token. */
export type NewAgent = {
  email: string | null;
  name: string | null;
  /** Whether the email may join an unused record. The settings must allow it too. */
  mayJoin: boolean;
};

/**
 * `status_unknown`: the settings do not have the status. `agent_unknown`: the agent has no record, and none may be
 * created. `agent_removed`: the agent was removed, and a person must add it again. `agent_archived`: a person must bring it back. `email_taken`: no record was created,
 * because the agent `takenBy` has its email, or its email or id is the id or email of that agent.
 */
export type SetAgentStatusOutcome =
  | { outcome: 'done'; agent: AgentRow }
  | { outcome: 'status_unknown' | 'agent_unknown' | 'agent_removed' | 'agent_archived' }
  | { outcome: 'email_taken'; takenBy: string };

type Params = Omit<SetAgentStatus, 'create'> & {
  mayCreate: boolean;
  mayJoin: boolean;
  email: string | null;
  emailKey: string | null;
  /** The id as an email is compared. */
  refKey: string;
  name: string | null;
};

/** Whether the agent `agents` is another person with the same email, or with the email as its id or the id as its email. */
const isInTheWay = `agents.id <> :ref and (${hasEmail('agents', ':emailKey')} or agents.email_key = lower(:ref))`;

// The id is compared like an email too, because an email can come back as an id.
const isRemoved = `exists (
    select 1 from removed_agents where id = :ref or email in (:emailKey, :refKey) or lower(id) = :emailKey)`;

// Only an unused record can be joined: nothing but the log names its id.
const joinRecord = statement<Params>`
  update agents set id = :ref, joined_from = id, change_id = :changeId
  where email_key = :emailKey and last_login_at is null and joined_from is null and load = 0 and archived_at is null
    and :mayJoin = 1 and exists (select 1 from settings where joins_agents_by_email = 1)
    and exists (select 1 from agent_statuses where id = :status)
    and not ${isRemoved}
    and not exists (select 1 from agents other where other.id = :ref or other.email_key = lower(:ref))`;

const appendJoined = appendAgentEvents<Params>('agent.joined', {
  where: 'agents.id = :ref and agents.change_id = :changeId and agents.joined_from is not null',
  data: { joinedFrom: 'agents.joined_from' },
});

const insertAgent = statement<Params>`
  insert into agents (id, email, email_key, name, status, status_since, is_routable, max_load, last_login_at, idle_since, strategy, change_id)
  select
    :ref, :email, :emailKey, :name, agent_statuses.id, :now, agent_statuses.is_routable, settings.capacity,
    case when agent_statuses.id <> 'offline' then :now end, :now, settings.strategy, :changeId
  from agent_statuses, settings
  where :mayCreate = 1 and settings.creates_agents = 1 and agent_statuses.id = :status
    and not ${isRemoved} and not exists (select 1 from agents where ${isInTheWay})
  on conflict do nothing`;

const updateStatus = statement<Params>`
  update agents set
    status = agent_statuses.id, status_since = :now, is_routable = agent_statuses.is_routable, misses = 0,
    last_login_at = case when agents.status = 'offline' then :now else agents.last_login_at end,
    idle_since = case when agents.is_routable = 0 then :now else agents.idle_since end,
    change_id = :changeId
  from agent_statuses
  where agent_statuses.id = :status and agents.id = ${actingAgentId} and agents.status <> :status
    and agents.archived_at is null`;

const appendStatusChange = appendAgentEvents<Params>('agent.status_changed', {
  where: `agents.id = ${actingAgentId} and agents.change_id = :changeId`,
});

const selectObstacles = select<Params, { knowsStatus: 0 | 1; isRemoved: 0 | 1; takenBy: string | null }>`
  select
    exists (select 1 from agent_statuses where id = :status) as "knowsStatus",
    :mayCreate = 1 and ${isRemoved} as "isRemoved",
    case when :mayCreate = 1 and creates_agents = 1 then (
      select id from agents where ${isInTheWay} limit 1) end as "takenBy"
  from settings`;

/** Sets the acting agent’s status, and assigns waiting tickets to the agent if it may receive them. */
export const setAgentStatus = command({
  params: ({ create, ...rest }: SetAgentStatus): Params => ({
    ...rest,
    mayCreate: create !== null,
    mayJoin: create?.mayJoin ?? false,
    email: create?.email ?? null,
    emailKey: create?.email == null ? null : emailKey(create.email),
    refKey: emailKey(rest.ref),
    name: create?.name ?? null,
  }),
  steps: [
    joinRecord,
    appendJoined,
    insertAgent,
    updateStatus,
    appendStatusChange,
    ...extendLease<Params>(actingAgentId),
    assignWaitingTo<Params>(actingAgentId),
    appendAssignments,
  ],
  answer: { obstacles: only(selectObstacles), agent: one(selectActingAgent) },
  outcome: ({ obstacles, agent }, { status }: SetAgentStatus): SetAgentStatusOutcome => {
    if (!obstacles.knowsStatus) return { outcome: 'status_unknown' };
    if (agent?.archivedAt != null && status !== 'offline') return { outcome: 'agent_archived' };
    if (agent) return { outcome: 'done', agent };
    if (obstacles.isRemoved) return { outcome: 'agent_removed' };
    if (obstacles.takenBy !== null) return { outcome: 'email_taken', takenBy: obstacles.takenBy };
    return { outcome: 'agent_unknown' };
  },
});
