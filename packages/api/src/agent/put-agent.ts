import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { toAgent } from './agent-response.ts';

export const putAgent: Handler<Routes['putAgent']> = async ({ body, context, send, params }) => {
  const { email, name, capacity = null, skills } = body;
  const agents = [{ id: params.agentID, email, name, capacity, skills }];
  const saved = await send(storage.putAgents, { ...context, agents });
  if (saved.outcome === 'taken') {
    const { column, agentId } = saved.taken[0]!;
    if (column === 'id')
      throw new ApiError('agent_id_taken', { source: { parameter: 'agentID' }, meta: { agentId } });
    throw new ApiError('email_taken', { source: { pointer: '/email' }, meta: { agentId } });
  }
  return { status: 200, body: toAgent(saved.agents[0]!, context.now) };
};
