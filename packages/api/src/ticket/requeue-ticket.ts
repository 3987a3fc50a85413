import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { changedTicket, ticketAnswer, ticketChange } from './ticket-change.ts';

export const requeueTicket: Handler<Routes['requeueTicket']> = async (request) => {
  const change = ticketChange(request);
  const outcome = await storage.requeueTicket(request.db, { ...change, note: request.body.note ?? null });
  return ticketAnswer(changedTicket(change, outcome), request.command.now);
};
