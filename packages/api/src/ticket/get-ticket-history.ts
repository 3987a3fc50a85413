import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { toEntry } from './history-response.ts';
import { requireVisibleTicket } from './require-ticket.ts';

export const getTicketHistory: Handler<Routes['getTicketHistory']> = async ({
  principal,
  send,
  params,
  query,
}) => {
  const { ticket, events, hasMore } = await send(storage.getTicketHistory, {
    ticketId: params.ticketID,
    after: query.after ?? 0,
  });
  requireVisibleTicket(principal, ticket);
  return { status: 200, body: { entries: events.map(toEntry), hasMore } };
};
