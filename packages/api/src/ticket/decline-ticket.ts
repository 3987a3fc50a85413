import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { actingAgentOf, requireActingAgent } from '../agent/require-acting-agent.ts';
import type { Handler } from '../route/handler.ts';
import { ticketRefusal } from './ticket-change.ts';
import { requireOwnTicket } from './require-ticket.ts';

export const declineTicket: Handler<Routes['declineTicket']> = async (request) => {
  const { body, principal, context, send, params } = request;
  const { agent, outcome, ticket } = await send(storage.declineTicket, {
    ...context,
    ...actingAgentOf(request),
    ticketId: params.ticketID,
    note: body.note ?? null,
  });
  const acting = requireActingAgent(request, agent);
  if (outcome === 'done') return { status: 204, body: null };
  const own = requireOwnTicket(principal, acting, ticket, {
    code: 'ticket_not_found',
    source: { parameter: 'ticketID' },
  });
  throw ticketRefusal(own.pickedAt === null ? 'transition_not_allowed' : 'ticket_picked', own);
};
