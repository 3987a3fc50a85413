import { query } from '../command/command.ts';
import { one } from '../command/statement.ts';
import { selectTicket } from '../rows/ticket-row.ts';

/** The ticket, or null if it does not exist. */
export const getTicket = query({ answer: { ticket: one(selectTicket) } });
