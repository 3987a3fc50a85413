import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { toAgent } from './agent-response.ts';

export const setAgentStatus: Handler<Routes['setAgentStatus']> = async ({ body, context, send, params }) => {
  const result = await send(storage.setAgentStatus, {
    ...context,
    ref: params.agentID,
    self: params.agentID,
    status: body.status,
    leaseUntil: 0,
    create: null,
  });
  if (result.outcome === 'done') return { status: 200, body: toAgent(result.agent, context.now) };
  if (result.outcome === 'status_unknown')
    throw new ApiError('status_unknown', { source: { pointer: '/status' } });
  if (result.outcome === 'agent_archived') throw new ApiError('agent_archived');
  throw new ApiError('agent_not_found', { source: { parameter: 'agentID' } });
};
