import type { Database } from '../database.ts';
import { type ActingAgentParams, selectActingAgent } from './acting-agent.ts';
import type { AgentRow } from './agent-row.ts';

/** The acting agent, or null when there is none. */
export async function getActingAgent(db: Database, params: ActingAgentParams): Promise<AgentRow | null> {
  const [result] = await db.batch([selectActingAgent(params)], 'read');
  return selectActingAgent.rows(result!)[0] ?? null;
}
