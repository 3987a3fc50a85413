import { activeStates, heldStates, type TicketState, waitingStates } from '@chat-ticket/domain';
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

type TicketColumns = { status: SQLWrapper; agentId: SQLWrapper };

// Written out, not bound: SQLite uses a partial index only where the query repeats its words.
const literal = (text: string) => sql.raw(`'${text}'`);

export const statusIn = (ticket: { status: SQLWrapper }, states: readonly TicketState[]): SQL =>
  sql`${ticket.status} in (${sql.join(states.map(literal), sql`, `)})`;

export const isOpen = (ticket: { status: SQLWrapper }): SQL => sql`${ticket.status} <> 'CLOSED'`;

export const isWaiting = (ticket: { status: SQLWrapper }): SQL => statusIn(ticket, waitingStates);

export const isHeld = (ticket: TicketColumns): SQL =>
  sql`${ticket.agentId} is not null and ${statusIn(ticket, heldStates)}`;

/** Held and not in wrap-up; in words that let the index of what agents hold serve it. */
export const isActive = (ticket: TicketColumns): SQL =>
  sql`${isHeld(ticket)} and ${statusIn(ticket, activeStates)}`;
