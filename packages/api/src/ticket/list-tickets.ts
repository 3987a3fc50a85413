import type { Routes } from '@chat-ticket/contract';
import { seesAllTickets } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import { readableAgentOf, requireActingAgent } from '../agent/require-acting-agent.ts';
import { ApiError } from '../error/api-error.ts';
import type { DeskRequest, Handler } from '../route/handler.ts';
import { toTicket } from './ticket-response.ts';

const whereToLook =
  'You are not an agent, so you have no tickets here. Name an agent in X-Agent-ID to list its tickets, or find the tickets of all agents with GET /v1/tickets/search.';

type ListRequest = DeskRequest<Routes['listTickets']>;

export const listTickets: Handler<Routes['listTickets']> = async (request) => {
  const tickets = await listOf(request).catch((error: unknown) => {
    throw isWithoutAgent(request, error)
      ? new ApiError(error.code, { ...error.occurrences[0], detail: whereToLook })
      : error;
  });
  return { status: 200, body: tickets.map((ticket) => toTicket(ticket, request.context.now)) };
};

async function listOf(request: ListRequest) {
  const acting = readableAgentOf(request);
  const { agent, tickets } = await request.send(storage.listTickets, acting);
  requireActingAgent(request, agent, acting);
  return tickets;
}

/** Whether the principal sees all tickets, named no agent and is none. */
const isWithoutAgent = ({ principal, headers }: ListRequest, error: unknown): error is ApiError =>
  error instanceof ApiError &&
  (error.code === 'agent_required' || error.code === 'agent_not_found') &&
  headers.agentID === undefined &&
  seesAllTickets(principal);
