import type { Routes } from '@chat-ticket/contract';
import { seesAllTickets } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { ticketAnswer } from './change-answer.ts';

export const getTicket: Handler<Routes['getTicket']> = async ({ caller, command, db, params }) => {
  const ticket = await storage.getTicket(db, params.ticketID);
  if (!ticket || (ticket.agentId !== caller.sub && !seesAllTickets(caller)))
    throw new ApiError('ticket_not_found', { source: { parameter: 'ticketID' } });
  return ticketAnswer(ticket, command.now);
};
