import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { actingAgentOf, requireActingAgent } from '../agent/require-acting-agent.ts';
import type { Handler } from '../route/handler.ts';
import { toTicket } from './ticket-response.ts';

export const listTickets: Handler<Routes['listTickets']> = async (request) => {
  const { agent, tickets } = await request.send(storage.listTickets, actingAgentOf(request));
  requireActingAgent(request, agent);
  return { status: 200, body: tickets.map((ticket) => toTicket(ticket, request.context.now)) };
};
