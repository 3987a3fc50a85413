import { sql } from 'drizzle-orm';
import type { Command } from '../command.ts';
import type { Database } from '../database.ts';
import { appendAgentEvent } from '../event/append.ts';
import { appendAssignments, fillAgent, type RoutingParams } from '../routing/assign.ts';
import { agents } from '../schema.ts';
import { build, statement } from '../statement.ts';
import { actingAgentId, type ActingAgentParams, selectActingAgent } from './acting-agent.ts';
import type { AgentRow } from './agent-row.ts';
import { renewLeaseOf } from './renew-lease.ts';

export type SetStatus = Command &
  ActingAgentParams & {
    status: string;
    isRoutable: boolean;
    defaultCapacity: number;
    /** The end of the lease that this call gives the agent, or 0 to leave it alone. */
    leaseUntil: number;
    /** What the agent’s record is made from when it has none; null where none may be made. */
    create: { email: string | null; name: string | null } | null;
  };

type Params = RoutingParams &
  ActingAgentParams & {
    status: string;
    isRoutable: number;
    leaseUntil: number;
    email: string | null;
    name: string | null;
  };

const insertAgent = statement<Params>((p) =>
  build
    .insert(agents)
    .values({
      id: p.ref,
      email: p.email,
      name: p.name,
      status: p.status,
      statusSince: p.now,
      isRoutable: p.isRoutable,
      lastLoginAt: sql`case when ${p.status} <> 'offline' then ${p.now} end`,
      idleSince: p.now,
      changeId: p.changeId,
    })
    .onConflictDoNothing(),
);

const updateStatus = statement<Params>((p) =>
  build
    .update(agents)
    .set({
      status: p.status,
      statusSince: p.now,
      isRoutable: p.isRoutable,
      lastLoginAt: sql`case when ${agents.status} = 'offline' then ${p.now} else ${agents.lastLoginAt} end`,
      idleSince: sql`case when ${agents.isRoutable} = 0 then ${p.now} else ${agents.idleSince} end`,
      changeId: p.changeId,
    })
    .where(sql`${agents.id} = ${actingAgentId(p)} and ${agents.status} <> ${p.status}`),
);

const appendStatusChange = appendAgentEvent<Params>(
  'agent.status_changed',
  (p) => sql`${agents.id} = ${actingAgentId(p)} and ${agents.changeId} = ${p.changeId}`,
);

const renewLease = statement<Params>((p) => renewLeaseOf(actingAgentId(p), p.leaseUntil));
const fill = statement<Params>((p) => fillAgent(p, actingAgentId(p)));

/** Sets the acting agent’s status and gives it what waits. Answers the agent, or null when there is none. */
export async function setStatus(db: Database, command: SetStatus): Promise<AgentRow | null> {
  const { create, ...rest } = command;
  const params = {
    ...rest,
    isRoutable: Number(command.isRoutable),
    email: create?.email ?? null,
    name: create?.name ?? null,
  };
  const statements = [
    updateStatus,
    appendStatusChange,
    renewLease,
    fill,
    appendAssignments,
    selectActingAgent,
  ];
  const results = await db.batch(
    (create ? [insertAgent, ...statements] : statements).map((bind) => bind(params)),
    'write',
  );
  return selectActingAgent.rows(results.at(-1)!)[0] ?? null;
}
