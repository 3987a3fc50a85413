import { activeStates } from '@chat-ticket/domain';
import { sql } from 'drizzle-orm';
import { actingAgentId, type ActingAgentParams, selectActingAgent } from '../agent/acting-agent.ts';
import type { AgentRow } from '../agent/agent-row.ts';
import type { Command } from '../command.ts';
import type { Database } from '../database.ts';
import { appendAssignments, assignUpTo } from '../routing/assign.ts';
import { returnTickets } from '../routing/return-tickets.ts';
import { tickets } from '../schema.ts';
import { changeTicket, type TicketChangeOutcome, type TicketChangeParams } from './change.ts';
import { statusIn } from './state-sql.ts';

export type DeclineTicket = Command & ActingAgentParams & { ticketId: string; note: string | null };
type Params = TicketChangeParams & ActingAgentParams & { note: string | null };

const decline = returnTickets<Params>({
  event: 'ticket.declined',
  which: (p) =>
    sql`${tickets.id} = ${p.ticketId} and ${tickets.agentId} = ${actingAgentId(p)}
      and ${tickets.pickedAt} is null and ${statusIn(tickets, activeStates)}`,
  data: (p) => ({ note: p.note }),
  asksOthersFirst: true,
});

/** The acting agent turns its offer down: others are asked, and the agent is free for another ticket. */
export async function declineTicket(
  db: Database,
  command: DeclineTicket,
): Promise<TicketChangeOutcome & { agent: AgentRow | null }> {
  const { outcome, results } = await changeTicket(
    db,
    'ticket.declined',
    [...decline, ...assignUpTo(2), appendAssignments],
    { ...command, owner: null, ifVersion: null },
    [selectActingAgent],
  );
  return { ...outcome, agent: selectActingAgent.rows(results.at(-1)!)[0] ?? null };
}
