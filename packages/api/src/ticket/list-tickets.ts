import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { readableAgentOf, requireActingAgent } from '../agent/require-acting-agent.ts';
import type { Handler } from '../route/handler.ts';
import { toTicket } from './ticket-response.ts';

export const listTickets: Handler<Routes['listTickets']> = async (request) => {
  const acting = readableAgentOf(request);
  const { agent, tickets } = await request.send(storage.listTickets, acting);
  requireActingAgent(request, agent, acting);
  return { status: 200, body: tickets.map((ticket) => toTicket(ticket, request.context.now)) };
};
