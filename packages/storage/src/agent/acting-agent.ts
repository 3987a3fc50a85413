import { type SQL, sql } from 'drizzle-orm';
import { agents } from '../schema.ts';
import { build, reader } from '../statement.ts';
import { agentFields } from './agent-row.ts';

/** Whom a call acts for: an agent’s id or email and, unless a service calls, the id it has to have. */
export type ActingAgentParams = { ref: string; self: string | null };

const isActingAgent = (p: { ref: SQL; self: SQL }) =>
  sql`(${agents.id} = ${p.ref} or lower(${agents.email}) = lower(${p.ref})) and (${p.self} is null or ${agents.id} = ${p.self})`;

/** The acting agent’s id; an id that looks like another’s email goes first. */
export const actingAgentId = (p: { ref: SQL; self: SQL }): SQL =>
  sql`(select ${agents.id} from ${agents} where ${isActingAgent(p)} order by ${agents.id} = ${p.ref} desc limit 1)`;

export const selectActingAgent = reader<ActingAgentParams>()(agentFields, (p, fields) =>
  build
    .select(fields)
    .from(agents)
    .where(sql`${agents.id} = ${actingAgentId(p)}`),
);
