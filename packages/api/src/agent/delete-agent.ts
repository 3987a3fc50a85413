import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';

export const deleteAgent: Handler<Routes['deleteAgent']> = async ({ context, send, params }) => {
  const { outcome } = await send(storage.deleteAgent, { ...context, agentId: params.agentID });
  if (outcome === 'agent_unknown')
    throw new ApiError('agent_not_found', { source: { parameter: 'agentID' } });
  if (outcome === 'agent_has_tickets') throw new ApiError('agent_has_tickets');
  return { status: 204, body: null };
};
