import type { Routes } from '@chat-ticket/contract';
import { getRouting } from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { toRoutingExplanation } from './routing-response.ts';

export const getTicketRouting: Handler<Routes['getTicketRouting']> = async ({ command, db, params }) => {
  const { now } = command;
  const routing = await getRouting(db, { ticketId: params.ticketID, now });
  if (!routing) throw new ApiError('ticket_not_found', { source: { parameter: 'ticketID' } });
  return { status: 200, body: toRoutingExplanation(routing.ticket, routing.agents, now) };
};
