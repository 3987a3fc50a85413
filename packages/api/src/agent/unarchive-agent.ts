import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { toAgent } from './agent-response.ts';

export const unarchiveAgent: Handler<Routes['unarchiveAgent']> = async ({ context, send, params }) => {
  const { agent } = await send(storage.unarchiveAgent, { ...context, agentId: params.agentID });
  if (!agent) throw new ApiError('agent_not_found', { source: { parameter: 'agentID' } });
  return { status: 200, body: toAgent(agent, context.now) };
};
