import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { changedTicket, refusal, ticketAnswer, ticketChange } from './ticket-change.ts';

export const extendTicket: Handler<Routes['extendTicket']> = async (request) => {
  const change = ticketChange(request);
  const outcome = await storage.extendTicket(request.db, change);
  return ticketAnswer(changedTicket(change, outcome, notRunning), request.command.now);
};

function notRunning(ticket: storage.TicketRow): never {
  throw refusal('auto_close_not_running', ticket);
}
