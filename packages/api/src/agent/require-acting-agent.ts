import { actingAgent, leaseIsDue, leaseMs, readableAgent } from '@chat-ticket/domain';
import * as storage from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { DeskRequest } from '../route/handler.ts';

type LeaseRequest = Pick<DeskRequest, 'principal' | 'context' | 'runInBackground'>;
type AgentRequest = LeaseRequest & Pick<DeskRequest, 'send'> & { headers: { agentID?: string } };

/** The agent that the request acts for, as X-Agent-ID or the token names it. Throws `agent_required`. */
export const actingAgentOf = ({ principal, headers }: AgentRequest): storage.ActingAgentParams =>
  unlessRequired(actingAgent(principal, headers.agentID));

/** The agent that the request reads, as X-Agent-ID or the token names it. Throws `agent_required`. */
export const readableAgentOf = ({ principal, headers }: AgentRequest): storage.ActingAgentParams =>
  unlessRequired(readableAgent(principal, headers.agentID));

function unlessRequired(acting: ReturnType<typeof actingAgent>): storage.ActingAgentParams {
  if (acting === 'agent_required') throw new ApiError('agent_required', { source: { header: 'X-Agent-ID' } });
  return acting;
}

/**
 * The agent that the database found for the request. Renews the lease of an agent that calls for itself.
 * Throws `agent_mismatch` or `agent_not_found`.
 */
export function requireActingAgent(
  request: AgentRequest,
  agent: storage.AgentRow | null,
  acting = actingAgentOf(request),
): storage.AgentRow {
  if (agent) {
    touchLease(request, agent);
    return agent;
  }
  const { ref, self } = acting;
  if (self !== null && ref !== self)
    throw new ApiError('agent_mismatch', { source: { header: 'X-Agent-ID' } });
  throw new ApiError(
    'agent_not_found',
    request.headers.agentID === undefined ? {} : { source: { header: 'X-Agent-ID' } },
  );
}

/** Renews the agent’s lease when the agent itself calls and the lease is due. The response does not wait for it. */
export function touchLease(
  { principal, context, runInBackground }: LeaseRequest,
  agent: Pick<storage.AgentRow, 'id' | 'leaseUntil'>,
): void {
  // A customer’s id can equal an agent’s.
  if (principal.role === 'customer' || agent.id !== principal.sub) return;
  if (!leaseIsDue(agent.leaseUntil, context.now)) return;
  runInBackground('lease not renewed', (send, renewal) =>
    send(storage.renewLease, { ...renewal, agentId: agent.id, leaseUntil: renewal.now + leaseMs }),
  );
}
