import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { changedTicket, ticketAnswer, ticketChange } from './ticket-change.ts';

export const closeTicket: Handler<Routes['closeTicket']> = async (request) => {
  const { command, db } = request;
  const change = ticketChange(request);
  const outcome = await storage.closeTicket(db, { ...change, note: null });
  // Only a closed ticket is not closed by it, and closing again answers the same.
  const ticket = changedTicket(change, outcome, (closed) => closed);
  return ticketAnswer(ticket, command.now);
};
