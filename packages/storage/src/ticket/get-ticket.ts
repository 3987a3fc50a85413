import { eq } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { tickets } from '../schema.ts';
import { build, reader } from '../statement.ts';
import { ticketFields, type TicketRow } from './ticket-row.ts';

export const selectTicket = reader<{ ticketId: string }>()(ticketFields, (p, fields) =>
  build.select(fields).from(tickets).where(eq(tickets.id, p.ticketId)),
);

/** The ticket, or null when there is none. */
export async function getTicket(db: Database, ticketId: string): Promise<TicketRow | null> {
  const [result] = await db.batch([selectTicket({ ticketId })], 'read');
  return selectTicket.rows(result!)[0] ?? null;
}
