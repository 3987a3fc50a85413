import * as v from 'valibot';
import { identifier } from '../scalar/identifier.ts';
import type * as types from './agent-status.types.ts';

/** The id of an agent in a body. */
export const agentId = identifier(
  'The agent’s id: the `sub` claim of its token.',
  'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44',
);

/** The declared status of an agent in a body. */
export const agentStatus = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(64),
  v.description('The agent’s status: one of those that GET /v1/statuses lists.'),
  v.examples(['online']),
);

/** Schema of an agent’s id and status. The upstream API calls it AgentStatusInfo. */
export const AgentStatusInfo = v.pipe(
  v.strictObject({ id: agentId, status: agentStatus }),
  v.description('An agent’s id and status.'),
);
/** An agent’s id and status. */
export type AgentStatusInfo = types.AgentStatusInfo;

/** Schema of the response of GET /v1/statuses. The upstream API calls it AgentStatusList. */
export const AgentStatusList = v.pipe(
  v.strictObject({
    data: v.pipe(
      v.array(v.string()),
      v.description('The ids of the statuses, in the order of the settings.'),
      v.examples([['online', 'busy', 'break', 'away', 'offline']]),
    ),
  }),
  v.description('The statuses that an agent can have in this workspace.'),
);
/** The statuses that an agent can have in this workspace. */
export type AgentStatusList = types.AgentStatusList;

/** Schema of the body of PUT /v1/status. The upstream API calls it UpdateAgentStatusParam. */
export const UpdateAgentStatusParam = v.pipe(
  v.strictObject({ status: agentStatus }),
  v.description('The agent’s new status.'),
);
/** The body of PUT /v1/status and of PUT /v1/agents/{agentID}/status. */
export type UpdateAgentStatusParam = types.UpdateAgentStatusParam;
