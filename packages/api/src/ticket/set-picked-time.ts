import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { actingAgentOf, presentAgent } from '../agent/acting-agent.ts';
import type { Handler } from '../route/handler.ts';
import { notAllowed } from './ticket-change.ts';
import { ownTicket } from './require-ticket.ts';
import { toTicket } from './ticket-response.ts';

export const setPickedTime: Handler<Routes['setPickedTime']> = async (request) => {
  const { caller, command, db, params } = request;
  const found = await storage.setPickedTime(db, {
    ...command,
    ...actingAgentOf(request),
    ticketId: params.ticketID,
  });
  const agent = presentAgent(request, found.agent);
  const ticket = ownTicket(caller, agent, found.ticket, {
    code: 'ticket_not_found',
    source: { parameter: 'ticketID' },
  });
  if (ticket.pickedAt === null) return notAllowed(ticket);
  return { status: 200, body: toTicket(ticket, command.now) };
};
