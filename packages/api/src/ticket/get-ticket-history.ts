import type { Routes } from '@chat-ticket/contract';
import { getHistory } from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { toHistory } from './history-response.ts';
import { visibleTicket } from './visible-ticket.ts';

export const getTicketHistory: Handler<Routes['getTicketHistory']> = async ({ caller, db, params }) => {
  const { ticket, events } = await getHistory(db, params.ticketID);
  visibleTicket(caller, ticket);
  return { status: 200, body: toHistory(events) };
};
