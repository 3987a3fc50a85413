import type { AgentStatusInfo, Routes } from '@chat-ticket/contract';
import { leaseMs } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { actingAgentOf, requireActingAgent } from './require-acting-agent.ts';
import { toAgentStatusInfo } from './agent-response.ts';

type AgentRequest = Parameters<typeof requireActingAgent>[0];

export const setOnline: Handler<Routes['setOnline']> = async (request) => ({
  status: 200,
  body: await setTo(request, 'online', { mayCreate: true, renewsLease: true }),
});

export const setOffline: Handler<Routes['setOffline']> = async (request) => ({
  status: 200,
  body: await setTo(request, 'offline', { mayCreate: false, renewsLease: false }),
});

export const setStatus: Handler<Routes['setStatus']> = async (request) => ({
  status: 200,
  body: await setTo(request, request.body.status, {
    mayCreate: true,
    renewsLease: request.principal.role !== 'service',
  }),
});

async function setTo(
  request: AgentRequest,
  statusId: string,
  { mayCreate, renewsLease }: { mayCreate: boolean; renewsLease: boolean },
): Promise<AgentStatusInfo> {
  const { principal, context, send } = request;
  const acting = actingAgentOf(request);
  const isSelf = acting.ref === acting.self;
  const result = await send(storage.setAgentStatus, {
    ...context,
    ...acting,
    status: statusId,
    leaseUntil: renewsLease ? context.now + leaseMs : 0,
    create: mayCreate && isSelf ? { email: principal.email ?? null, name: principal.name ?? null } : null,
  });
  if (result.outcome === 'status_unknown')
    throw new ApiError('status_unknown', { source: { pointer: '/status' } });
  if (result.outcome === 'email_taken') throw new ApiError('email_taken');
  return toAgentStatusInfo(requireActingAgent(request, result.outcome === 'done' ? result.agent : null));
}
