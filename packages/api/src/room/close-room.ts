import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { actingAgentOf, requireActingAgent } from '../agent/require-acting-agent.ts';
import type { Handler } from '../route/handler.ts';
import { closingCodeError } from '../ticket/closing-code.ts';
import { requireOwnTicket } from '../ticket/require-ticket.ts';
import { toTicket } from '../ticket/ticket-response.ts';

export const closeRoom: Handler<Routes['closeRoom']> = async (request) => {
  const { principal, context, send, params } = request;
  const found = await send(storage.closeRoom, {
    ...context,
    ...actingAgentOf(request),
    roomId: params.roomID,
  });
  const agent = requireActingAgent(request, found.agent);
  const ticket = requireOwnTicket(principal, agent, found.ticket, {
    code: 'room_not_found',
    source: { parameter: 'roomID' },
  });
  if (ticket.roomClosedAt === null) throw closingCodeError('closing_code_required', found.codes);
  return { status: 200, body: toTicket(ticket, context.now) };
};
