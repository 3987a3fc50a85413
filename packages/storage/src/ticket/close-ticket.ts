import { statesBefore } from '@chat-ticket/domain';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { appendChange } from '../event/append.ts';
import { appendAssignments, fillAgent } from '../routing/assign.ts';
import { tickets } from '../schema.ts';
import { build, statement } from '../statement.ts';
import {
  changeTicket,
  isMeant,
  type TicketChange,
  type TicketChangeOutcome,
  type TicketChangeParams,
} from './change.ts';
import { statusIn } from './state-sql.ts';

type Params = TicketChangeParams & { note: string | null };

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
    .where(sql`${isMeant(p)} and ${statusIn(tickets, statesBefore('CLOSED'))}`),
);

const appendClosed = appendChange<Params>('ticket.closed', sql`${tickets.status} = 'CLOSED'`, (p) => ({
  note: p.note,
}));

const fillFreedAgent = fillAgent<Params>(
  (p) =>
    sql`(select ${tickets.agentId} from ${tickets} where ${tickets.id} = ${p.ticketId} and ${tickets.changeId} = ${p.changeId})`,
);

/** Closes a ticket and gives the agent it frees what waits. */
export async function closeTicket(
  db: Database,
  command: TicketChange & { note: string | null },
): Promise<TicketChangeOutcome> {
  const { outcome } = await changeTicket(
    db,
    'ticket.closed',
    [close, appendClosed, fillFreedAgent, appendAssignments],
    command,
  );
  return outcome;
}
