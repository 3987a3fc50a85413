import { statesBefore } from '@chat-ticket/domain';
import { type SQL, sql } from 'drizzle-orm';
import type { Command, CommandParams } from '../command.ts';
import type { Database } from '../database.ts';
import { appendChange } from '../event/append.ts';
import { appendAssignments, fillAgent } from '../routing/assign.ts';
import { tickets } from '../schema.ts';
import { build, statement } from '../statement.ts';
import { selectTicket } from './get-ticket.ts';
import { statusIn } from './state-sql.ts';
import type { TicketRow } from './ticket-row.ts';

export type CloseTicket = Command & {
  ticketId: string;
  /** The agent that the ticket has to be with; null lets anyone’s be closed. */
  owner: string | null;
};

type Params = CommandParams & { ticketId: string; owner: string | null };

/** What becomes of a ticket that is done. Its agent stays, for the record. */
export const closed = (p: { now: SQL; changeId: SQL }) => ({
  status: 'CLOSED',
  closedAt: p.now,
  roomClosedAt: sql`coalesce(${tickets.roomClosedAt}, ${p.now})`,
  pickBy: null,
  widenAt: null,
  retryAt: null,
  wrapUpUntil: null,
  updatedAt: p.now,
  changeId: p.changeId,
});

const close = statement<Params>((p) =>
  build
    .update(tickets)
    .set(closed(p))
    .where(
      sql`${tickets.id} = ${p.ticketId} and (${p.owner} is null or ${tickets.agentId} = ${p.owner})
        and ${statusIn(tickets, statesBefore('CLOSED'))}`,
    ),
);

const appendClosed = appendChange<Params>('ticket.closed', sql`${tickets.status} = 'CLOSED'`);

const fillFreedAgent = fillAgent<Params>(
  (p) =>
    sql`(select ${tickets.agentId} from ${tickets} where ${tickets.id} = ${p.ticketId} and ${tickets.changeId} = ${p.changeId})`,
);

/** Closes a ticket and gives the agent it frees what waits. Answers the ticket, or null when there is none. */
export async function closeTicket(db: Database, command: CloseTicket): Promise<TicketRow | null> {
  const results = await db.batch(
    [close, appendClosed, fillFreedAgent, appendAssignments, selectTicket].map((bind) => bind(command)),
    'write',
  );
  return selectTicket.rows(results.at(-1)!)[0] ?? null;
}
