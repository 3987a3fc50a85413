import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';

export const deleteAgent: Handler<Routes['deleteAgent']> = async ({
  context,
  leewaySeconds,
  send,
  params,
}) => {
  const result = await send(storage.deleteAgent, { ...context, agentId: params.agentID, leewaySeconds });
  if (result.outcome === 'agent_unknown')
    throw new ApiError('agent_not_found', { source: { parameter: 'agentID' } });
  if (result.outcome === 'agent_has_tickets')
    throw new ApiError('agent_has_tickets', { meta: { ticketIds: result.ticketIds } });
  return { status: 204, body: null };
};
