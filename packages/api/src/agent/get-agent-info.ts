import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { actingAgentOf, requireActingAgent } from './require-acting-agent.ts';
import { toAgentInfo } from './agent-response.ts';

export const getAgentInfo: Handler<Routes['getAgentInfo']> = async (request) => {
  const found = await request.send(storage.getAgent, actingAgentOf(request));
  const agent = requireActingAgent(request, found.agent);
  return { status: 200, body: toAgentInfo(agent, request.context.now) };
};
