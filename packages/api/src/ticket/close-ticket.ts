import type { Routes } from '@chat-ticket/contract';
import { defaultCapacity, seesAllTickets } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { toTicketRecord } from './ticket-answer.ts';

export const closeTicket: Handler<Routes['closeTicket']> = async ({ caller, command, db, params }) => {
  const owner = seesAllTickets(caller) ? null : caller.sub;
  const ticket = await storage.closeTicket(db, {
    ...command,
    ticketId: params.ticketID,
    owner,
    defaultCapacity,
  });
  if (!ticket || (owner !== null && ticket.agentId !== owner))
    throw new ApiError('ticket_not_found', { source: { parameter: 'ticketID' } });
  return { status: 200, body: toTicketRecord(ticket, command.now) };
};
