import { asc, sql } from 'drizzle-orm';
import { build, built, type Placeholders } from '../command/built.ts';
import { query } from '../command/command.ts';
import { one } from '../command/statement.ts';
import { selectActingAgent } from '../rows/agent-row.ts';
import { ticketColumns } from '../rows/ticket-row.ts';
import { tickets } from '../schema.ts';
import { actingAgentId, type ActingAgentParams } from '../sql/acting-agent.ts';
import { isHeld } from '../sql/ticket-status.ts';

const selectHeld = built((_: Placeholders<ActingAgentParams>) =>
  build
    .select(ticketColumns)
    .from(tickets)
    .where(sql.raw(`tickets.agent_id = ${actingAgentId} and ${isHeld('tickets')}`))
    .orderBy(asc(tickets.assignedAt), asc(tickets.rank), asc(tickets.id)),
);

/** The acting agent and its open tickets, oldest assignment first. `agent` is null if it does not exist. */
export const listTickets = query({ answer: { agent: one(selectActingAgent), tickets: selectHeld } });
