import { query } from '../command/command.ts';
import { one } from '../command/statement.ts';
import { selectTicket } from '../rows/ticket-row.ts';

/** The ticket, or null when there is none. */
export const getTicket = query({ answer: { ticket: one(selectTicket) } });
