import { eq, type SQL, sql } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { agents } from '../schema.ts';
import { actingAgentId, type ActingAgentParams } from '../sql/acting-agent.ts';

/** The columns of an `AgentRow`. */
export const agentColumns = {
  id: agents.id,
  email: agents.email,
  name: agents.name,
  status: agents.status,
  /** The display name of the status. Null: the settings no longer have the status. */
  statusAlias: sql`(select alias from agent_statuses where id = agents.status)` as SQL<string | null>,
  statusSince: agents.statusSince,
  isRoutable: agents.isRoutable,
  capacity: agents.capacity,
  maxLoad: agents.maxLoad,
  skills: agents.skills,
  lastLoginAt: agents.lastLoginAt,
  archivedAt: agents.archivedAt,
  leaseUntil: agents.leaseUntil,
  load: agents.load,
  idleSince: agents.idleSince,
  assignedAt: agents.assignedAt,
};

/** The acting agent. No row: it does not exist. */
export const selectActingAgent = built((_: Placeholders<ActingAgentParams>) =>
  build
    .select(agentColumns)
    .from(agents)
    .where(eq(agents.id, sql.raw(actingAgentId))),
);

/** An agent, with the display name of its status. */
export type AgentRow = ReturnType<typeof selectActingAgent.read>[number];
