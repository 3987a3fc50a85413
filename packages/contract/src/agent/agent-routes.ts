import { basePath, deskRoles, supervisorRoles } from '../route/access.ts';
import { defineRoutes } from '../route/define-routes.ts';
import { pageQuery } from '../route/list.ts';
import { actingAgent, agentID } from '../route/parameters.ts';
import { Agent, AgentInfo, DrainAgentParam, PutAgentParam } from './agent.ts';
import { agentFilters, AgentPage } from './agent-list.ts';
import { AgentStatusInfo, AgentStatusList, UpdateAgentStatusParam } from './agent-status.ts';

/** What an agent does for itself, and the records that others keep of agents. */
export const agentRoutes = defineRoutes({
  getAgentInfo: {
    method: 'GET',
    path: `${basePath}/v1/info`,
    tag: 'agent',
    summary: 'Get agent information',
    description: 'Returns the acting agent: the agent of the token, or the one that X-Agent-ID names.',
    access: deskRoles,
    headers: actingAgent,
    responses: { 200: AgentInfo },
  },
  setOnline: {
    method: 'PUT',
    path: `${basePath}/v1/online`,
    tag: 'agent',
    summary: 'Set the agent online',
    description:
      'The agent starts to receive tickets. An agent’s first call creates its record from the claims of its token, unless the agent was removed.',
    access: deskRoles,
    headers: actingAgent,
    responses: { 200: AgentStatusInfo },
    errors: ['email_taken', 'agent_removed', 'agent_archived'],
  },
  setOffline: {
    method: 'PUT',
    path: `${basePath}/v1/offline`,
    tag: 'agent',
    summary: 'Set the agent offline',
    description: 'The agent stops receiving tickets and keeps those that it has.',
    access: deskRoles,
    headers: actingAgent,
    responses: { 200: AgentStatusInfo },
  },
  setStatus: {
    method: 'PUT',
    path: `${basePath}/v1/status`,
    tag: 'agent',
    summary: 'Update agent status',
    description:
      'Sets one of the statuses that GET /v1/statuses lists. An agent’s first call creates its record from the claims of its token, unless the agent was removed.',
    access: deskRoles,
    headers: actingAgent,
    body: UpdateAgentStatusParam,
    responses: { 200: AgentStatusInfo },
    errors: ['status_unknown', 'email_taken', 'agent_removed', 'agent_archived'],
  },
  listStatuses: {
    method: 'GET',
    path: `${basePath}/v1/statuses`,
    tag: 'agent',
    summary: 'List agent statuses',
    description: 'Returns the statuses that an agent can have in this workspace.',
    access: deskRoles,
    responses: { 200: AgentStatusList },
  },
  listAgents: {
    method: 'GET',
    path: `${basePath}/v1/agents`,
    tag: 'agents',
    summary: 'List agents',
    description:
      'Returns the agents by name, without regard to the case of ASCII letters; the first 32 characters count. A page looks at 500 agents at most, so that a filter can make it short: it is the last page only if it has no `nextCursor`.',
    access: supervisorRoles,
    list: 'agents',
    query: { ...agentFilters, ...pageQuery('WyJhbm4gbGltIiwiYW5uIl0') },
    responses: { 200: AgentPage },
  },
  putAgent: {
    method: 'PUT',
    path: `${basePath}/v1/agents/{agentID}`,
    tag: 'agents',
    summary: 'Create or replace an agent',
    description:
      'Replaces the whole record: a field that is left out gets its default. The agent’s status, load and connection stay the same. An agent that was removed is added again. One that is archived stays archived.',
    access: supervisorRoles,
    params: { agentID },
    body: PutAgentParam,
    responses: { 200: Agent },
    errors: ['email_taken', 'agent_id_taken'],
  },
  getAgent: {
    method: 'GET',
    path: `${basePath}/v1/agents/{agentID}`,
    tag: 'agents',
    summary: 'Get an agent',
    access: supervisorRoles,
    params: { agentID },
    responses: { 200: Agent },
    errors: ['agent_not_found'],
  },
  deleteAgent: {
    method: 'DELETE',
    path: `${basePath}/v1/agents/{agentID}`,
    tag: 'agents',
    summary: 'Remove an agent',
    description:
      'Fails while the agent has open tickets. The history of its tickets is kept. The agent’s tokens are revoked, and it cannot create its record again. PUT /v1/agents/{agentID} adds it again.',
    access: supervisorRoles,
    params: { agentID },
    responses: { 204: null },
    errors: ['agent_not_found', 'agent_has_tickets'],
  },
  archiveAgent: {
    method: 'POST',
    path: `${basePath}/v1/agents/{agentID}/archive`,
    tag: 'agents',
    summary: 'Archive an agent',
    description:
      'Fails while the agent has open tickets. The agent becomes offline and its tokens are revoked. It keeps its record and the history of its tickets, and no other agent gets its id or email. It stays archived until POST /v1/agents/{agentID}/unarchive brings it back. Archiving it again changes nothing.',
    access: supervisorRoles,
    idempotent: true,
    params: { agentID },
    responses: { 200: Agent },
    errors: ['agent_not_found', 'agent_has_tickets'],
  },
  unarchiveAgent: {
    method: 'POST',
    path: `${basePath}/v1/agents/{agentID}/unarchive`,
    tag: 'agents',
    summary: 'Bring an archived agent back',
    description:
      'The agent is offline and can go online again. Its tokens are valid again, unless a person revoked them too. An agent that is not archived stays as it is.',
    access: supervisorRoles,
    idempotent: true,
    params: { agentID },
    responses: { 200: Agent },
    errors: ['agent_not_found'],
  },
  setAgentStatus: {
    method: 'PUT',
    path: `${basePath}/v1/agents/{agentID}/status`,
    tag: 'agents',
    summary: 'Set another agent’s status',
    description:
      'Sets the status only. An agent that is not connected gets no tickets, whatever its status is.',
    access: supervisorRoles,
    params: { agentID },
    body: UpdateAgentStatusParam,
    responses: { 200: Agent },
    errors: ['agent_not_found', 'status_unknown', 'agent_archived'],
  },
  drainAgent: {
    method: 'POST',
    path: `${basePath}/v1/agents/{agentID}/drain`,
    tag: 'agents',
    summary: 'Take an agent out of service',
    description:
      'Sets the agent’s status to `offline` and returns its offers to the queue. The agent keeps the chats that it has picked, unless `picked` is `requeue`.',
    access: supervisorRoles,
    idempotent: true,
    params: { agentID },
    body: DrainAgentParam,
    responses: { 200: Agent },
    errors: ['agent_not_found'],
  },
});
