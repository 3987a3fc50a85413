import { sql } from 'drizzle-orm';
import type { Command } from '../command.ts';
import type { Database } from '../database.ts';
import { appendAgentEvent } from '../event/append.ts';
import { appendAssignments, fillAgent, type RoutingParams } from '../routing/assign.ts';
import { agents } from '../schema.ts';
import { build, reader, statement } from '../statement.ts';
import { agentFields, type AgentRow } from './agent-row.ts';

export type PutAgent = Command & {
  agentId: string;
  email: string;
  name: string;
  capacity: number | null;
  skills: readonly string[];
  defaultCapacity: number;
};

type Params = RoutingParams & {
  agentId: string;
  email: string;
  name: string;
  capacity: number | null;
  skills: string;
};

// The select lets the row in only while nobody else has the email; a bare conflict would hide whose it was.
const upsertAgent = statement<Params>(
  (p) => sql`
    insert into ${agents} (id, email, name, capacity, skills, status, status_since, is_routable, idle_since, change_id)
    select ${p.agentId}, ${p.email}, ${p.name}, ${p.capacity}, ${p.skills}, 'offline', ${p.now}, 0, ${p.now}, ${p.changeId}
    where not exists (
      select 1 from ${agents} where lower(${agents.email}) = lower(${p.email}) and ${agents.id} <> ${p.agentId}
    )
    on conflict (id) do update set
      email = excluded.email, name = excluded.name, capacity = excluded.capacity, skills = excluded.skills,
      change_id = excluded.change_id`,
);

const appendSaved = appendAgentEvent<Params>(
  'agent.saved',
  (p) => sql`${agents.id} = ${p.agentId} and ${agents.changeId} = ${p.changeId}`,
);

const fill = statement<Params>((p) => fillAgent(p, p.agentId));

const selectSaved = reader<Params>()(agentFields, (p, fields) =>
  build
    .select(fields)
    .from(agents)
    .where(sql`${agents.id} = ${p.agentId} and ${agents.changeId} = ${p.changeId}`),
);

/** Makes or replaces an agent’s record. Answers it, or null when another agent has the email. */
export async function putAgent(db: Database, command: PutAgent): Promise<AgentRow | null> {
  const params = { ...command, skills: JSON.stringify(command.skills) };
  const results = await db.batch(
    [upsertAgent, appendSaved, fill, appendAssignments, selectSaved].map((bind) => bind(params)),
    'write',
  );
  return selectSaved.rows(results.at(-1)!)[0] ?? null;
}
