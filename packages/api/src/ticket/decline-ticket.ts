import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { actingAgentOf, presentAgent } from '../agent/acting-agent.ts';
import type { Handler } from '../route/handler.ts';
import { refusal } from './ticket-change.ts';
import { ownTicket } from './require-ticket.ts';

export const declineTicket: Handler<Routes['declineTicket']> = async (request) => {
  const { body, caller, command, db, params } = request;
  const { agent, isDone, ticket } = await storage.declineTicket(db, {
    ...command,
    ...actingAgentOf(request),
    ticketId: params.ticketID,
    note: body.note ?? null,
  });
  const acting = presentAgent(request, agent);
  if (isDone) return { status: 204, body: null };
  const own = ownTicket(caller, acting, ticket, {
    code: 'ticket_not_found',
    source: { parameter: 'ticketID' },
  });
  throw refusal(own.pickedAt === null ? 'transition_not_allowed' : 'ticket_picked', own);
};
