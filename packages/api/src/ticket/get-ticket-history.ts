import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { toHistory } from './history-response.ts';
import { requireVisibleTicket } from './require-ticket.ts';

export const getTicketHistory: Handler<Routes['getTicketHistory']> = async ({ principal, send, params }) => {
  const { ticket, events } = await send(storage.getTicketHistory, { ticketId: params.ticketID });
  requireVisibleTicket(principal, ticket);
  return { status: 200, body: toHistory(events) };
};
