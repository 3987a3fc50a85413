import type { Command } from '../command.ts';
import type { Database } from '../database.ts';
import type { AgentRow } from './agent-row.ts';
import { type AgentRecord, putAgents } from './put-agents.ts';

export type PutAgent = Command &
  Omit<AgentRecord, 'id'> & {
    agentId: string;
  };

/** Makes or replaces an agent’s record. Answers it, or null when another agent has the email. */
export async function putAgent(db: Database, command: PutAgent): Promise<AgentRow | null> {
  const { agentId: id, email, name, capacity, skills, ...rest } = command;
  const result = await putAgents(db, { ...rest, agents: [{ id, email, name, capacity, skills }] });
  return result.outcome === 'saved' ? (result.agents[0] ?? null) : null;
}
