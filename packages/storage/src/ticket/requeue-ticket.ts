import { activeStates } from '@chat-ticket/domain';
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

const takeBack = returnTickets<Params>({
  event: 'ticket.returned',
  which: (p) => sql`${isMeant(p)} and ${statusIn(tickets, activeStates)}`,
  data: (p) => ({ reason: sql`'taken_back'`, note: p.note }),
  asksOthersFirst: true,
});

/** Takes a ticket back from its agent: it waits again, and others are asked first. */
export async function requeueTicket(
  db: Database,
  command: TicketChange & { note: string | null },
): Promise<TicketChangeOutcome> {
  const { outcome } = await changeTicket(
    db,
    'ticket.returned',
    [...takeBack, ...assignUpTo(2), appendAssignments],
    command,
  );
  return outcome;
}
