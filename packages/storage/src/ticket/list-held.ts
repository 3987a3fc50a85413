import { asc, sql } from 'drizzle-orm';
import { actingAgentId, type ActingAgentParams, selectActingAgent } from '../agent/acting-agent.ts';
import type { AgentRow } from '../agent/agent-row.ts';
import type { Database } from '../database.ts';
import { tickets } from '../schema.ts';
import { build, reader } from '../statement.ts';
import { isHeld } from './state-sql.ts';
import { ticketFields, type TicketRow } from './ticket-row.ts';

const selectHeld = reader<ActingAgentParams>()(ticketFields, (p, fields) =>
  build
    .select(fields)
    .from(tickets)
    .where(sql`${tickets.agentId} = ${actingAgentId(p)} and ${isHeld(tickets)}`)
    .orderBy(asc(tickets.assignedAt), asc(tickets.rank), asc(tickets.id)),
);

/** The acting agent, null when there is none, and its open tickets, oldest assignment first. */
export async function listHeldTickets(
  db: Database,
  params: ActingAgentParams,
): Promise<{ agent: AgentRow | null; tickets: TicketRow[] }> {
  const [agent, held] = await db.batch([selectActingAgent(params), selectHeld(params)], 'read');
  return { agent: selectActingAgent.rows(agent!)[0] ?? null, tickets: selectHeld.rows(held!) };
}
