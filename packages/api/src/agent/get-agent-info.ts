import type { Routes } from '@chat-ticket/contract';
import { getActingAgent } from '@chat-ticket/storage';
import type { Handler } from '../route/handler.ts';
import { actingAgentOf, requireActingAgent } from './require-acting-agent.ts';
import { toAgentInfo } from './agent-response.ts';

export const getAgentInfo: Handler<Routes['getAgentInfo']> = async (request) => {
  const agent = requireActingAgent(request, await getActingAgent(request.db, actingAgentOf(request)));
  return { status: 200, body: toAgentInfo(agent, request.command.now) };
};
