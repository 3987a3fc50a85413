import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { ticketResponse } from './ticket-response.ts';
import { requireVisibleTicket } from './require-ticket.ts';

export const getTicket: Handler<Routes['getTicket']> = async ({ principal, context, send, params }) => {
  const { ticket } = await send(storage.getTicket, { ticketId: params.ticketID });
  return ticketResponse(requireVisibleTicket(principal, ticket), context.now);
};
