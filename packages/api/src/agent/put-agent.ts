import type { Routes } from '@chat-ticket/contract';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { toAgent } from './agent-response.ts';

export const putAgent: Handler<Routes['putAgent']> = async ({ body, command, db, params }) => {
  const agent = await storage.putAgent(db, {
    ...command,
    agentId: params.agentID,
    email: body.email,
    name: body.name,
    capacity: body.capacity ?? null,
    skills: body.skills,
  });
  if (!agent) throw new ApiError('email_taken', { source: { pointer: '/email' } });
  return { status: 200, body: toAgent(agent, command.now) };
};
