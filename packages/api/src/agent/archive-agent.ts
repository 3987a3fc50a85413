import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { toAgent } from './agent-response.ts';

export const archiveAgent: Handler<Routes['archiveAgent']> = async ({
  context,
  leewaySeconds,
  send,
  params,
}) => {
  const result = await send(storage.archiveAgent, { ...context, agentId: params.agentID, leewaySeconds });
  if (result.outcome === 'agent_unknown')
    throw new ApiError('agent_not_found', { source: { parameter: 'agentID' } });
  if (result.outcome === 'agent_has_tickets')
    throw new ApiError('agent_has_tickets', { meta: { ticketIds: result.ticketIds } });
  return { status: 200, body: toAgent(result.agent, context.now) };
};
