import { eq, type SQL, sql } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { agents } from '../schema.ts';
import { actingAgentId, type ActingAgentParams } from '../sql/acting-agent.ts';

export const agentColumns = {
  id: agents.id,
  email: agents.email,
  name: agents.name,
  status: agents.status,
  /** As shown to people. Null for a status that the settings no longer have. */
  statusAlias: sql`(select alias from agent_statuses where id = agents.status)` as SQL<string | null>,
  statusSince: agents.statusSince,
  isRoutable: agents.isRoutable,
  capacity: agents.capacity,
  maxLoad: agents.maxLoad,
  skills: agents.skills,
  lastLoginAt: agents.lastLoginAt,
  leaseUntil: agents.leaseUntil,
  load: agents.load,
  idleSince: agents.idleSince,
  assignedAt: agents.assignedAt,
};

/** The acting agent. */
export const selectActingAgent = built((_: Placeholders<ActingAgentParams>) =>
  build
    .select(agentColumns)
    .from(agents)
    .where(eq(agents.id, sql.raw(actingAgentId))),
);

export type AgentRow = ReturnType<typeof selectActingAgent.read>[number];
