import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { appendChange } from '../event/append.ts';
import { autoCloseFrom } from '../room/auto-close-sql.ts';
import { tickets } from '../schema.ts';
import { build, statement } from '../statement.ts';
import {
  changeTicket,
  isMeant,
  type TicketChange,
  type TicketChangeOutcome,
  type TicketChangeParams,
} from './change.ts';

const extend = statement<TicketChangeParams>((p) =>
  build
    .update(tickets)
    .set({ ...autoCloseFrom(p.now, sql`1`), updatedAt: p.now, changeId: p.changeId })
    .where(sql`${isMeant(p)} and ${tickets.autoCloseAt} is not null`),
);
const appendExtended = appendChange<TicketChangeParams>('ticket.extended', sql`1`, () => ({
  autoCloseAtMs: sql`${tickets.autoCloseAt}`,
}));

/** Moves the warning and the close of an idle chat to their full times from now. */
export async function extendTicket(db: Database, command: TicketChange): Promise<TicketChangeOutcome> {
  const { outcome } = await changeTicket(db, 'ticket.extended', [extend, appendExtended], command);
  return outcome;
}
