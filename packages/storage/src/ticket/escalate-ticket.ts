import { statesBefore } from '@chat-ticket/domain';
import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { appendAssignments, assignUpTo } from '../routing/assign.ts';
import { returnTickets } from '../routing/return-tickets.ts';
import { tickets } from '../schema.ts';
import {
  changeTicket,
  isMeant,
  type TicketChange,
  type TicketChangeOutcome,
  type TicketChangeParams,
} from './change.ts';
import { statusIn } from './state-sql.ts';

type Params = TicketChangeParams & { note: string | null };

const highestTier = 9;

const escalate = returnTickets<Params>({
  event: 'ticket.escalated',
  which: (p) => sql`${isMeant(p)} and ${statusIn(tickets, statesBefore('ESCALATED'))}`,
  status: sql`'ESCALATED'`,
  data: (p) => ({ note: p.note }),
  // Who escalates can be of that tier already, and would get it straight back.
  asksOthersFirst: true,
  set: () => ({
    waitingStatus: 'ESCALATED',
    tier: sql`min(${tickets.tier} + 1, ${sql.raw(String(highestTier))})`,
  }),
});

/** Lets a ticket wait for the agents of the next tier, at its original place. */
export async function escalateTicket(
  db: Database,
  command: TicketChange & { note: string | null },
): Promise<TicketChangeOutcome> {
  const { outcome } = await changeTicket(
    db,
    'ticket.escalated',
    [...escalate, ...assignUpTo(2), appendAssignments],
    command,
  );
  return outcome;
}
