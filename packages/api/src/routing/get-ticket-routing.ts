import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { toRoutingExplanation } from './routing-response.ts';

export const getTicketRouting: Handler<Routes['getTicketRouting']> = async ({ context, send, params }) => {
  const { now } = context;
  const routing = await send(storage.getTicketRouting, { ticketId: params.ticketID, now });
  if (!routing) throw new ApiError('ticket_not_found', { source: { parameter: 'ticketID' } });
  return { status: 200, body: toRoutingExplanation(routing.ticket, routing.agents, now) };
};
