import { sql } from 'drizzle-orm';
import type { Command, CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { appendAgentEvent } from '../event/append.ts';
import { isFirstTime, noteRepeat } from '../event/repeat.ts';
import { appendAssignments, fillAgent } from '../routing/assign.ts';
import { agents } from '../schema.ts';
import { build, reader, statement } from '../statement.ts';
import { actingAgentId, type ActingAgentParams, selectActingAgent } from './acting-agent.ts';
import type { AgentRow } from './agent-row.ts';
import { appendConnected, renewLeaseOf } from './renew-lease.ts';

export type SetStatus = Command &
  ActingAgentParams & {
    status: string;
    /** The end of the lease that this call gives the agent, or 0 to leave it alone. */
    leaseUntil: number;
    /** What the agent’s record is made from when it has none; null where none may be made. */
    create: { email: string | null; name: string | null } | null;
  };

export type SetStatusOutcome =
  | { outcome: 'set'; agent: AgentRow }
  | { outcome: 'status_unknown' | 'agent_unknown' | 'email_taken' };

type Params = CommandParams &
  ActingAgentParams & { status: string; leaseUntil: number; email: string | null; name: string | null };

const insertAgent = statement<Params>(
  (p) => sql`
    insert into ${agents} (id, email, name, status, status_since, is_routable, max_load, last_login_at, idle_since, strategy, change_id)
    select ${p.ref}, ${p.email}, ${p.name}, agent_statuses.id, ${p.now}, is_routable, settings.capacity,
      case when agent_statuses.id <> 'offline' then ${p.now} end, ${p.now}, strategy, ${p.changeId}
    from agent_statuses, settings where agent_statuses.id = ${p.status} and creates_agents = 1 and ${isFirstTime(p)}
    on conflict do nothing`,
);

const updateStatus = statement<Params>(
  (p) => sql`
    update ${agents} set
      status = agent_statuses.id, status_since = ${p.now}, is_routable = agent_statuses.is_routable, misses = 0,
      last_login_at = case when status = 'offline' then ${p.now} else last_login_at end,
      idle_since = case when agents.is_routable = 0 then ${p.now} else idle_since end,
      change_id = ${p.changeId}
    from agent_statuses
    where agent_statuses.id = ${p.status} and agents.id = ${actingAgentId(p)} and status <> ${p.status} and ${isFirstTime(p)}`,
);

const appendStatusChange = appendAgentEvent<Params>(
  'agent.status_changed',
  (p) => sql`${agents.id} = ${actingAgentId(p)} and ${agents.changeId} = ${p.changeId}`,
);

const lease = (p: Parameters<typeof actingAgentId>[0] & { leaseUntil: ReturnType<typeof sql> }) => ({
  agentId: actingAgentId(p),
  leaseUntil: p.leaseUntil,
});
const append = appendConnected<Params>(lease);
const renew = statement<Params>((p) => renewLeaseOf(lease(p)));
const fill = fillAgent<Params>(actingAgentId);

const selectOutcome = reader<Params>()(
  {
    knowsStatus: sql<number>`exists (select 1 from agent_statuses where id = ${sql.placeholder('status')})`,
    createsAgents: sql<number>`(select creates_agents from settings)`,
  },
  (_, fields) => build.select(fields).from(sql`(select 1)`),
);

/** Sets the acting agent’s status and gives it what waits. */
export async function setStatus(db: Database, command: SetStatus): Promise<SetStatusOutcome> {
  const { create, ...rest } = command;
  const params = { ...rest, email: create?.email ?? null, name: create?.name ?? null };
  const statements = [
    updateStatus,
    appendStatusChange,
    append,
    renew,
    fill,
    appendAssignments,
    selectOutcome,
    selectActingAgent,
  ];
  const results = await db.batch(
    [noteRepeat, ...(create ? [insertAgent] : []), ...statements].map((bind) => bind(params)),
    'write',
  );
  const [outcome] = selectOutcome.rows(results.at(-2)!);
  if (!outcome?.knowsStatus) return { outcome: 'status_unknown' };
  const [agent] = selectActingAgent.rows(results.at(-1)!);
  if (agent) return { outcome: 'set', agent };
  // A record was to be made and is not there: only its email can have stood in the way.
  return { outcome: create && outcome.createsAgents ? 'email_taken' : 'agent_unknown' };
}
