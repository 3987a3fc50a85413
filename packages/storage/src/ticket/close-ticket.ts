import { statesBefore } from '@chat-ticket/domain';
import { sql } from 'drizzle-orm';
import type { Command } from '../command.ts';
import type { Database } from '../database.ts';
import { appendTicketEvents } from '../event/append.ts';
import { appendAssignments, fillAgent, type RoutingParams } from '../routing/assign.ts';
import { tickets } from '../schema.ts';
import { build, statement } from '../statement.ts';
import { selectTicket } from './get-ticket.ts';
import { statusIn } from './state-sql.ts';
import type { TicketRow } from './ticket-row.ts';

export type CloseTicket = Command & {
  ticketId: string;
  /** The agent that the ticket has to be with; null lets anyone’s be closed. */
  owner: string | null;
  defaultCapacity: number;
};

type Params = RoutingParams & { ticketId: string; owner: string | null };

const close = statement<Params>((p) =>
  build
    .update(tickets)
    .set({
      status: 'CLOSED',
      closedAt: p.now,
      roomClosedAt: sql`coalesce(${tickets.roomClosedAt}, ${p.now})`,
      updatedAt: p.now,
      changeId: p.changeId,
    })
    .where(
      sql`${tickets.id} = ${p.ticketId} and (${p.owner} is null or ${tickets.agentId} = ${p.owner})
        and ${statusIn(tickets, statesBefore('CLOSED'))}`,
    ),
);

const appendClosed = appendTicketEvents<Params>('ticket.closed', sql`${tickets.status} = 'CLOSED'`);

const fillFreedAgent = statement<Params>((p) =>
  fillAgent(
    p,
    sql`(select ${tickets.agentId} from ${tickets} where ${tickets.id} = ${p.ticketId} and ${tickets.changeId} = ${p.changeId})`,
  ),
);

/** Closes a ticket and gives the agent it frees what waits. Answers the ticket, or null when there is none. */
export async function closeTicket(db: Database, command: CloseTicket): Promise<TicketRow | null> {
  const results = await db.batch(
    [close, appendClosed, fillFreedAgent, appendAssignments, selectTicket].map((bind) => bind(command)),
    'write',
  );
  return selectTicket.rows(results.at(-1)!)[0] ?? null;
}
