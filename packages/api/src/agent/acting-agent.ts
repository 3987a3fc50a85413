import { actingAgent, leaseIsDue, leaseMs } from '@chat-ticket/domain';
import { type ActingAgentParams, type AgentRow, renewLease } from '@chat-ticket/storage';
import { ApiError } from '../error/api-error.ts';
import type { DeskRequest } from '../route/handler.ts';

type AgentRequest = Pick<DeskRequest, 'caller' | 'db' | 'dbFor' | 'command' | 'ports'> & {
  headers: { agentID?: string };
};

/** Whom the request acts for. */
export function actingAgentOf({ caller, headers }: AgentRequest): ActingAgentParams {
  const acting = actingAgent(caller, headers.agentID);
  if (acting === 'agent_required') throw new ApiError('agent_required', { source: { header: 'X-Agent-ID' } });
  return acting;
}

/** The agent that the database found for the request, which is now known to be there. */
export function presentAgent(request: AgentRequest, agent: AgentRow | null): AgentRow {
  if (agent) {
    keepLease(request, agent);
    return agent;
  }
  const { ref, self } = actingAgentOf(request);
  if (self !== null && ref !== self)
    throw new ApiError('agent_mismatch', { source: { header: 'X-Agent-ID' } });
  throw new ApiError(
    'agent_not_found',
    request.headers.agentID === undefined ? {} : { source: { header: 'X-Agent-ID' } },
  );
}

/** A call of the agent itself shows that it is there. The answer does not wait for it to be written. */
export function keepLease(
  { caller, command, dbFor, ports }: Pick<AgentRequest, 'caller' | 'command' | 'dbFor' | 'ports'>,
  agent: Pick<AgentRow, 'id' | 'leaseUntil'>,
): void {
  if (caller.role === 'customer' || agent.id !== caller.sub || !leaseIsDue(agent.leaseUntil, command.now))
    return;
  const changeId = ports.newId();
  const renewal = renewLease(dbFor(changeId), {
    ...command,
    changeId,
    agentId: agent.id,
    leaseUntil: command.now + leaseMs,
  });
  ports.defer(
    renewal.catch((error: unknown) =>
      ports.log({ level: 'error', message: 'lease not renewed', requestId: command.changeId, error }),
    ),
  );
}
