import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { actingAgentOf, requireActingAgent } from '../agent/require-acting-agent.ts';
import type { Handler } from '../route/handler.ts';
import { refuseTransition } from './ticket-change.ts';
import { requireOwnTicket } from './require-ticket.ts';
import { toTicket } from './ticket-response.ts';

export const setPickedTime: Handler<Routes['setPickedTime']> = async (request) => {
  const { principal, context, send, params } = request;
  const found = await send(storage.setPickedTime, {
    ...context,
    ...actingAgentOf(request),
    ticketId: params.ticketID,
  });
  const agent = requireActingAgent(request, found.agent);
  const ticket = requireOwnTicket(principal, agent, found.ticket, {
    code: 'ticket_not_found',
    source: { parameter: 'ticketID' },
  });
  if (ticket.pickedAt === null) return refuseTransition(ticket);
  return { status: 200, body: toTicket(ticket, context.now) };
};
