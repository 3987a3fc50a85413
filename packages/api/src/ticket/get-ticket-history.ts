import type { Routes } from '@chat-ticket/contract';
import { getHistory } from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { toHistory } from './history-response.ts';
import { requireVisibleTicket } from './require-ticket.ts';

export const getTicketHistory: Handler<Routes['getTicketHistory']> = async ({ principal, db, params }) => {
  const { ticket, events } = await getHistory(db, params.ticketID);
  requireVisibleTicket(principal, ticket);
  return { status: 200, body: toHistory(events) };
};
