import type { AgentStatusInfo, Routes } from '@chat-ticket/contract';
import { leaseMs, type Principal } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { Handler } from '../route/handler.ts';
import { actingAgentOf, requireActingAgent } from './require-acting-agent.ts';
import { toAgentStatusInfo } from './agent-response.ts';

const ownEmailTaken =
  'Another record has your email, or your id is its email. `meta.agentId` has its id. If the record is yours, ask a supervisor to remove it and save it with your id, or to set `joinsAgentsByEmail` in the settings.';

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
    create: mayCreate && isSelf ? newAgentOf(principal) : null,
  });
  if (result.outcome === 'status_unknown')
    throw new ApiError('status_unknown', { source: { pointer: '/status' } });
  if (result.outcome === 'agent_removed' || result.outcome === 'agent_archived')
    throw new ApiError(result.outcome);
  if (result.outcome === 'email_taken')
    throw new ApiError('email_taken', { detail: ownEmailTaken, meta: { agentId: result.takenBy } });
  return toAgentStatusInfo(requireActingAgent(request, result.outcome === 'done' ? result.agent : null));
}

/** The record of an agent that has none. */
const newAgentOf = ({ email, name, email_verified: isVerified }: Principal): storage.NewAgent => ({
  email: email ?? null,
  name: name ?? null,
  mayJoin: isVerified !== false && isVerified !== 'false',
});
