// Generated from the route table. To change it, change the table and run `pnpm --filter @chat-ticket/codegen generate`.
import type {
  Agent,
  AgentInfo,
  AgentPage,
  AgentReport,
  AgentReportPage,
  AgentReportRow,
  AgentStatusInfo,
  AgentStatusList,
  Board,
  ChangeFieldsParam,
  ChangeTagsParam,
  CloseTicketParam,
  ClosingCodeList,
  ClosingCodeParam,
  CreateTicketParam,
  DrainAgentParam,
  EventPage,
  FieldList,
  FoundTicket,
  Health,
  History,
  ListedAgent,
  Message,
  MessagePage,
  MessageSearch,
  NoteParam,
  PutAgentParam,
  QueuePlace,
  ReadParam,
  Readiness,
  RevokeTokensParam,
  RevokedTokens,
  Room,
  RoomToken,
  RoutingExplanation,
  SearchResult,
  SendMessageParam,
  SettingsDocument,
  SettingsInput,
  SettingsVersionPage,
  TagList,
  Ticket,
  TicketList,
  TicketPage,
  TicketRecord,
  TicketReport,
  TicketReportPage,
  TicketReportRow,
  TransferTicketParam,
  UpdateAgentStatusParam,
  UpdateTicketStatusParam,
} from '@chat-ticket/contract';
import type { CallOptions } from './call-options.ts';
import type { ClientErrorCode, Failure, Success } from './error.ts';
import type { RouteErrorCode } from './route-types.ts';

/** The client’s methods: one for each route of the contract. */
export interface RouteMethods {
  /**
   * Get agent information.
   *
   * Returns the acting agent: the agent of the token, or the one that X-Agent-ID names.
   *
   * `GET /cs-chat-ticket/v1/info`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `agent_required` (400): A service must name the agent that it acts for. Send the agent’s id or email in
   *   X-Agent-ID.
   * - `agent_mismatch` (403): X-Agent-ID names a different agent than the token. Leave it out, or send your
   *   own id or email.
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.agentID - The id or email of the agent to act for. A service must send it. An agent can
   * leave it out, or send its own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: The acting agent.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.getAgentInfo();
   */
  readonly getAgentInfo: (input?: GetAgentInfoInput, options?: CallOptions) => Promise<GetAgentInfoResult>;

  /**
   * Set the agent online.
   *
   * The agent starts to receive tickets. An agent’s first call creates its record from the claims of its
   * token, unless the agent was removed.
   *
   * `PUT /cs-chat-ticket/v1/online`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `agent_required` (400): A service must name the agent that it acts for. Send the agent’s id or email in
   *   X-Agent-ID.
   * - `agent_mismatch` (403): X-Agent-ID names a different agent than the token. Leave it out, or send your
   *   own id or email.
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `email_taken` (409): Another agent has this email, or has it as its id. `meta.agentId` has that agent.
   *   Use a different email, or change the other agent first.
   * - `agent_removed` (403): The agent was removed from this workspace. Ask a supervisor to add it again with
   *   PUT /v1/agents/{agentID}.
   * - `agent_archived` (409): The agent is archived and can have no other status than offline. A supervisor
   *   can bring it back with POST /v1/agents/{agentID}/unarchive.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.agentID - The id or email of the agent to act for. A service must send it. An agent can
   * leave it out, or send its own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: An agent’s id and status.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.setOnline();
   */
  readonly setOnline: (input?: SetOnlineInput, options?: CallOptions) => Promise<SetOnlineResult>;

  /**
   * Set the agent offline.
   *
   * The agent stops receiving tickets and keeps those that it has.
   *
   * `PUT /cs-chat-ticket/v1/offline`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `agent_required` (400): A service must name the agent that it acts for. Send the agent’s id or email in
   *   X-Agent-ID.
   * - `agent_mismatch` (403): X-Agent-ID names a different agent than the token. Leave it out, or send your
   *   own id or email.
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.agentID - The id or email of the agent to act for. A service must send it. An agent can
   * leave it out, or send its own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: An agent’s id and status.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.setOffline();
   */
  readonly setOffline: (input?: SetOfflineInput, options?: CallOptions) => Promise<SetOfflineResult>;

  /**
   * Update agent status.
   *
   * Sets one of the statuses that GET /v1/statuses lists. An agent’s first call creates its record from the
   * claims of its token, unless the agent was removed.
   *
   * `PUT /cs-chat-ticket/v1/status`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `agent_required` (400): A service must name the agent that it acts for. Send the agent’s id or email in
   *   X-Agent-ID.
   * - `agent_mismatch` (403): X-Agent-ID names a different agent than the token. Leave it out, or send your
   *   own id or email.
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `status_unknown` (400): The workspace has no such agent status. Use one that GET /v1/statuses lists.
   * - `email_taken` (409): Another agent has this email, or has it as its id. `meta.agentId` has that agent.
   *   Use a different email, or change the other agent first.
   * - `agent_removed` (403): The agent was removed from this workspace. Ask a supervisor to add it again with
   *   PUT /v1/agents/{agentID}.
   * - `agent_archived` (409): The agent is archived and can have no other status than offline. A supervisor
   *   can bring it back with POST /v1/agents/{agentID}/unarchive.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.agentID - The id or email of the agent to act for. A service must send it. An agent can
   * leave it out, or send its own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @param input.status - The agent’s status: one of those that GET /v1/statuses lists. 1 to 64 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: An agent’s id and status.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.setStatus({ status: 'online' });
   */
  readonly setStatus: (input: SetStatusInput, options?: CallOptions) => Promise<SetStatusResult>;

  /**
   * List agent statuses.
   *
   * Returns the statuses that an agent can have in this workspace.
   *
   * `GET /cs-chat-ticket/v1/statuses`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: The statuses that an agent can have in this workspace.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.listStatuses();
   */
  readonly listStatuses: (input?: ListStatusesInput, options?: CallOptions) => Promise<ListStatusesResult>;

  /**
   * List agents.
   *
   * Returns the agents by name, without regard to the case of ASCII letters; the first 32 characters count. A
   * page looks at 500 agents at most, so that a filter can make it short: it is the last page only if it has
   * no `nextCursor`.
   *
   * `GET /cs-chat-ticket/v1/agents`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.status - Only agents with this status. 1 to 64 characters.
   * @param input.isConnected - Only agents that are connected, or only those that are not.
   * @param input.isArchived - `true`: only archived agents. Default: only agents that are not archived.
   * @param input.skill - Only agents with this skill. It is read as in the agent’s record. 1 to 64
   * characters.
   * @param input.queueId - Only agents whose `queueIds` contain this queue. 1 to 64 characters.
   * @param input.text - Only agents whose name, a word of it, email or id begins with this text. Case and
   * accents are ignored. 1 to 256 characters.
   * @param input.limit - The maximum length of the page. Default: 50. 1 to 100.
   * @param input.cursor - Where the page starts: the `nextCursor` of the page before. Left out: the first
   * page. Up to 512 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A page of the list of agents.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.listAgents({ status: 'online' });
   */
  readonly listAgents: (input?: ListAgentsInput, options?: CallOptions) => Promise<ListAgentsResult>;

  /**
   * Create or replace an agent.
   *
   * Replaces the whole record: a field that is left out gets its default. The agent’s status, load and
   * connection stay the same. An agent that was removed is added again. One that is archived stays archived.
   *
   * `PUT /cs-chat-ticket/v1/agents/{agentID}`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `email_taken` (409): Another agent has this email, or has it as its id. `meta.agentId` has that agent.
   *   Use a different email, or change the other agent first.
   * - `agent_id_taken` (409): The id is the email of another agent, or differs from its id only in letter
   *   case. `meta.agentId` has that agent. Use a different id.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.agentID - The agent’s id. 1 to 128 characters.
   * @param input.email - The agent’s email. It is unique in the workspace; case is ignored, in every script.
   * Up to 254 characters.
   * @param input.name - The agent’s name, as shown to people. 1 to 200 characters.
   * @param input.capacity - How many open tickets the agent can have at the same time. Default: the
   * `capacity` of the settings. 0 to 100.
   * @param input.skills - The agent’s skills: tags that a queue can require. The language of `language:th` is
   * returned as its ISO 639-3 code, and the reason of `ccr:Delivery` without upper case, spaces and dashes.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: An agent, as supervisors and services see it.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.putAgent({ agentID: 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44', email: 'agent@foodpanda.com', name: 'somename' });
   */
  readonly putAgent: (input: PutAgentInput, options?: CallOptions) => Promise<PutAgentResult>;

  /**
   * Get an agent.
   *
   * `GET /cs-chat-ticket/v1/agents/{agentID}`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.agentID - The agent’s id. 1 to 128 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: An agent, as supervisors and services see it.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.getAgent({ agentID: 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44' });
   */
  readonly getAgent: (input: GetAgentInput, options?: CallOptions) => Promise<GetAgentResult>;

  /**
   * Remove an agent.
   *
   * Fails while the agent has open tickets. The history of its tickets is kept. The agent’s tokens are
   * revoked, and it cannot create its record again. PUT /v1/agents/{agentID} adds it again.
   *
   * `DELETE /cs-chat-ticket/v1/agents/{agentID}`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `agent_has_tickets` (409): The agent has open tickets. `meta.ticketIds` has up to 100 of them. Close or
   *   transfer them first.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.agentID - The agent’s id. 1 to 128 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 204: `data` is undefined.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.deleteAgent({ agentID: 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44' });
   */
  readonly deleteAgent: (input: DeleteAgentInput, options?: CallOptions) => Promise<DeleteAgentResult>;

  /**
   * Archive an agent.
   *
   * Fails while the agent has open tickets. The agent becomes offline and its tokens are revoked. It keeps
   * its record and the history of its tickets, and no other agent gets its id or email. It stays archived
   * until POST /v1/agents/{agentID}/unarchive brings it back. Archiving it again changes nothing.
   *
   * `POST /cs-chat-ticket/v1/agents/{agentID}/archive`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `agent_has_tickets` (409): The agent has open tickets. `meta.ticketIds` has up to 100 of them. Close or
   *   transfer them first.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.agentID - The agent’s id. 1 to 128 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: An agent, as supervisors and services see it.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.archiveAgent({ agentID: 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44' });
   */
  readonly archiveAgent: (input: ArchiveAgentInput, options?: CallOptions) => Promise<ArchiveAgentResult>;

  /**
   * Bring an archived agent back.
   *
   * The agent is offline and can go online again. Its tokens are valid again, unless a person revoked them
   * too. An agent that is not archived stays as it is.
   *
   * `POST /cs-chat-ticket/v1/agents/{agentID}/unarchive`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.agentID - The agent’s id. 1 to 128 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: An agent, as supervisors and services see it.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.unarchiveAgent({ agentID: 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44' });
   */
  readonly unarchiveAgent: (
    input: UnarchiveAgentInput,
    options?: CallOptions,
  ) => Promise<UnarchiveAgentResult>;

  /**
   * Set another agent’s status.
   *
   * Sets the status only. An agent that is not connected gets no tickets, whatever its status is.
   *
   * `PUT /cs-chat-ticket/v1/agents/{agentID}/status`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `status_unknown` (400): The workspace has no such agent status. Use one that GET /v1/statuses lists.
   * - `agent_archived` (409): The agent is archived and can have no other status than offline. A supervisor
   *   can bring it back with POST /v1/agents/{agentID}/unarchive.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.agentID - The agent’s id. 1 to 128 characters.
   * @param input.status - The agent’s status: one of those that GET /v1/statuses lists. 1 to 64 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: An agent, as supervisors and services see it.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.setAgentStatus({ agentID: 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44', status: 'online' });
   */
  readonly setAgentStatus: (
    input: SetAgentStatusInput,
    options?: CallOptions,
  ) => Promise<SetAgentStatusResult>;

  /**
   * Take an agent out of service.
   *
   * Sets the agent’s status to `offline` and returns its offers to the queue. The agent keeps the chats that
   * it has picked, unless `picked` is `requeue`.
   *
   * `POST /cs-chat-ticket/v1/agents/{agentID}/drain`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.agentID - The agent’s id. 1 to 128 characters.
   * @param input.picked - What happens to the chats that the agent has picked: the agent keeps them, or they
   * return to the queue.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: An agent, as supervisors and services see it.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.drainAgent({ agentID: 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44' });
   */
  readonly drainAgent: (input: DrainAgentInput, options?: CallOptions) => Promise<DrainAgentResult>;

  /**
   * Get agent tickets.
   *
   * Returns the acting agent’s open tickets, oldest assignment first, wrap-up included. A supervisor or admin
   * can name any agent in X-Agent-ID. GET /v1/tickets/search finds the tickets of all agents.
   *
   * `GET /cs-chat-ticket/v1/tickets`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `agent_required` (400): A service must name the agent that it acts for. Send the agent’s id or email in
   *   X-Agent-ID.
   * - `agent_mismatch` (403): X-Agent-ID names a different agent than the token. Leave it out, or send your
   *   own id or email.
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.agentID - The id or email of the agent to act for. A service must send it. An agent can
   * leave it out, or send its own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: The agent’s open tickets, oldest assignment first.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.listTickets();
   */
  readonly listTickets: (input?: ListTicketsInput, options?: CallOptions) => Promise<ListTicketsResult>;

  /**
   * Update picked time.
   *
   * The acting agent picks the ticket. Picking it again keeps the first time.
   *
   * `PUT /cs-chat-ticket/v1/tickets/{ticketID}/pickedTime`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `agent_required` (400): A service must name the agent that it acts for. Send the agent’s id or email in
   *   X-Agent-ID.
   * - `agent_mismatch` (403): X-Agent-ID names a different agent than the token. Leave it out, or send your
   *   own id or email.
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `ticket_of_another_agent` (403): The ticket is not assigned to the agent that X-Agent-ID names. Get the
   *   ticket to see its agent.
   * - `transition_not_allowed` (409): The current status of the ticket does not allow this. `meta` has the
   *   status and the statuses that can follow it.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param input.agentID - The id or email of the agent to act for. A service must send it. An agent can
   * leave it out, or send its own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A ticket, as its agent sees it.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.setPickedTime({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly setPickedTime: (input: SetPickedTimeInput, options?: CallOptions) => Promise<SetPickedTimeResult>;

  /**
   * Create a ticket.
   *
   * Creates a ticket for a customer’s chat and assigns it at once if an agent can take it. 201: the ticket is
   * new. 200: the customer already has an open ticket for the same entity and order, which is returned. A
   * request that is repeated with its Idempotency-Key gets the status of the first response and the ticket as
   * it is now.
   *
   * `POST /cs-chat-ticket/v1/tickets`. Roles: service.
   *
   * The call can fail with these values of `error.code`:
   * - `idempotency_key_reused` (422): This Idempotency-Key was used with a different body. Use a new key for
   *   each new request.
   * - `queue_closed` (409): The queue takes no chats outside its opening hours. Try again at
   *   `meta.opensTimestamp`, when it opens next.
   * - `field_not_writable` (403): The settings do not let this role set the custom field at `source.pointer`.
   *   Leave it out, or use a token of a role that GET /v1/fields lists for it.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.idempotencyKey - Makes the request safe to repeat for 24 hours or longer: 1 to 255 visible
   * ASCII characters, a new key for each ticket. Sent as the header `Idempotency-Key`.
   * @param input.content - Whatever the integrating system stores in the ticket. The desk does not read it.
   * @param input.customer - The customer of a ticket.
   * @param input.metadata - What the chat is about. It decides the queue and the skills that an agent needs.
   * @param input.fields - The values of the custom fields, by the id of the field. The settings declare the
   * fields. A number is a JSON number, a day is a text such as 2026-11-25.
   * @param input.priority - A ticket with a higher priority goes first. One point counts as much as 60
   * seconds of waiting, or as the `priorityPointSeconds` of the settings. 0 to 100.
   * @param input.status - WORKFLOW_PENDING holds the ticket back for an automated workflow: no agent gets it
   * until PUT /v1/tickets/{ticketID}/status sets WORKFLOW_DONE.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200 or 201: A ticket with its state at the desk: status, priority, queue,
   * tier and agent.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.createTicket({ customer: { id: '989899854090030232934sdfdsdf32dd4sdfdsddffdummycustomerid2' } });
   */
  readonly createTicket: (input: CreateTicketInput, options?: CallOptions) => Promise<CreateTicketResult>;

  /**
   * Search tickets.
   *
   * Returns the tickets that pass all filters. An agent gets only tickets that it has or has picked. A page
   * looks at 1,000 tickets at most, so that a filter can make it short: it is the last page only if it has no
   * `nextCursor`.
   *
   * `GET /cs-chat-ticket/v1/tickets/search`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.status - Only tickets with this status.
   * @param input.isOpen - `true`: only tickets that are not closed. `false`: only closed tickets.
   * @param input.queueId - Only tickets of this queue. 1 to 128 characters.
   * @param input.agentId - Only tickets that this agent has, or that it has picked. 1 to 128 characters.
   * @param input.customerId - Only tickets of the customer with this id in the integrating system. 1 to 256
   * characters.
   * @param input.orderId - Only tickets about this order. 1 to 256 characters.
   * @param input.entityId - Only tickets of this entity. 1 to 256 characters.
   * @param input.ccr - Only tickets with this contact reason. Case, spaces and dashes do not matter. 1 to 256
   * characters.
   * @param input.language - Only tickets in this language: a BCP 47 tag or a code of ISO 639. 1 to 256
   * characters.
   * @param input.hasWaitingCustomer - `true`: only tickets whose customer waits for a reply: for the first
   * one, or since its first message after the last message of an agent, supervisor or admin. `false`: only
   * the others.
   * @param input.createdFrom - Only tickets that were created at this time or later, in seconds since 1970. 0
   * to 99999999999.
   * @param input.createdTo - Only tickets that were created before this time, in seconds since 1970. 0 to
   * 99999999999.
   * @param input.closedFrom - Only tickets that were closed at this time or later, in seconds since 1970. 0
   * to 99999999999.
   * @param input.closedTo - Only tickets that were closed before this time, in seconds since 1970. 0 to
   * 99999999999.
   * @param input.order - `newest` or `oldest` tickets first, by their creation, or by their close if
   * `closedFrom` or `closedTo` is given. `longestWaiting`: only tickets whose customer waits for a reply, the
   * longest wait first. Default: `newest`.
   * @param input.limit - The maximum length of the page. Default: 50. 1 to 100.
   * @param input.cursor - Where the page starts: the `nextCursor` of the page before. Left out: the first
   * page. Up to 512 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A page of tickets. It ends after about 1 MiB, however many tickets
   * `limit` allows.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.searchTickets({ status: 'ASSIGNED' });
   */
  readonly searchTickets: (input?: SearchTicketsInput, options?: CallOptions) => Promise<SearchTicketsResult>;

  /**
   * List a customer’s tickets.
   *
   * Returns the tickets of the customer, open and closed, the newest first. An agent gets them while it has
   * one of them, and can then read the messages of all of them.
   *
   * `GET /cs-chat-ticket/v1/customers/{customerID}/tickets`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `customer_not_found` (404): You have no ticket of a customer with this id. An agent sees a customer’s
   *   tickets while it has one of them; reload your tickets.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.customerID - The customer’s id in the integrating system: `customer.id` of its tickets. For
   * an id with other characters, such as a space or `/`, use the filter `customerId` of GET
   * /v1/tickets/search. 1 to 128 characters.
   * @param input.limit - The maximum length of the page. Default: 50. 1 to 100.
   * @param input.cursor - Where the page starts: the `nextCursor` of the page before. Left out: the first
   * page. Up to 512 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A page of tickets. It ends after about 1 MiB, however many tickets
   * `limit` allows.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.listCustomerTickets({ customerID: 'c-4711' });
   */
  readonly listCustomerTickets: (
    input: ListCustomerTicketsInput,
    options?: CallOptions,
  ) => Promise<ListCustomerTicketsResult>;

  /**
   * Get a ticket.
   *
   * An agent can get its own tickets only.
   *
   * `GET /cs-chat-ticket/v1/tickets/{ticketID}`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A ticket with its state at the desk: status, priority, queue, tier and
   * agent.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.getTicket({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly getTicket: (input: GetTicketInput, options?: CallOptions) => Promise<GetTicketResult>;

  /**
   * Close a ticket.
   *
   * Closes the ticket and its room, and ends wrap-up. An agent can close its own tickets only. Closing a
   * closed ticket returns it unchanged. A closing code is necessary only if the queue requires one and the
   * ticket has none yet.
   *
   * `POST /cs-chat-ticket/v1/tickets/{ticketID}/close`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `version_mismatch` (412): The resource has changed since the version in If-Match. Get it again, then
   *   decide whether to repeat the change.
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `closing_code_required` (409): The queue of the ticket requires a closing code. Send one that
   *   `meta.closingCodes` lists with the close, or set it first with PUT /v1/tickets/{ticketID}/closingCode.
   * - `closing_code_unknown` (400): The ticket cannot get this closing code: the settings do not have it for
   *   the ticket’s queue, or it is archived. Use one that `meta.closingCodes` lists.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param input.ifMatch - The ETag of the version to change, or several, separated by commas. If the
   * resource has none of them any more, the desk responds with 412. `*` or left out: changes any version.
   * `W/` before an ETag is ignored, because proxies that compress add it. Sent as the header `If-Match`.
   * @param input.closingCode - The id of a closing code of the settings that is not archived and belongs to
   * the ticket’s queue. 1 to 63 characters.
   * @param input.closingNote - How the ticket ended, in words. Customers never see it. 1 to 2000 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A ticket with its state at the desk: status, priority, queue, tier and
   * agent.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.closeTicket({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly closeTicket: (input: CloseTicketInput, options?: CallOptions) => Promise<CloseTicketResult>;

  /**
   * List a ticket’s closing codes.
   *
   * Returns the closing codes that the ticket can get, and whether its queue requires one. An agent can list
   * those of its own tickets only.
   *
   * `GET /cs-chat-ticket/v1/tickets/{ticketID}/closingCodes`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: The closing codes that a ticket can get.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.listClosingCodes({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly listClosingCodes: (
    input: ListClosingCodesInput,
    options?: CallOptions,
  ) => Promise<ListClosingCodesResult>;

  /**
   * Set a ticket’s closing code.
   *
   * Sets the closing code and the note, before the close or in wrap-up. An agent can set those of its own
   * tickets until they are closed. Supervisors, admins and services can also correct a closed ticket. The
   * same code and note again change nothing.
   *
   * `PUT /cs-chat-ticket/v1/tickets/{ticketID}/closingCode`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `version_mismatch` (412): The resource has changed since the version in If-Match. Get it again, then
   *   decide whether to repeat the change.
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `closing_code_unknown` (400): The ticket cannot get this closing code: the settings do not have it for
   *   the ticket’s queue, or it is archived. Use one that `meta.closingCodes` lists.
   * - `transition_not_allowed` (409): The current status of the ticket does not allow this. `meta` has the
   *   status and the statuses that can follow it.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param input.ifMatch - The ETag of the version to change, or several, separated by commas. If the
   * resource has none of them any more, the desk responds with 412. `*` or left out: changes any version.
   * `W/` before an ETag is ignored, because proxies that compress add it. Sent as the header `If-Match`.
   * @param input.closingCode - The id of a closing code of the settings that is not archived and belongs to
   * the ticket’s queue. 1 to 63 characters.
   * @param input.closingNote - How the ticket ended, in words. Customers never see it. 1 to 2000 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A ticket with its state at the desk: status, priority, queue, tier and
   * agent.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.setClosingCode({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5', closingCode: 'refunded' });
   */
  readonly setClosingCode: (
    input: SetClosingCodeInput,
    options?: CallOptions,
  ) => Promise<SetClosingCodeResult>;

  /**
   * Set a ticket’s status or fields.
   *
   * WORKFLOW_PENDING holds a new ticket back from agents, and WORKFLOW_DONE releases it. ERROR takes the
   * ticket from its agent until a person assigns it. A ticket that already has the status is returned
   * unchanged.
   *
   * `PUT /cs-chat-ticket/v1/tickets/{ticketID}/status`. Roles: service.
   *
   * The call can fail with these values of `error.code`:
   * - `version_mismatch` (412): The resource has changed since the version in If-Match. Get it again, then
   *   decide whether to repeat the change.
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `transition_not_allowed` (409): The current status of the ticket does not allow this. `meta` has the
   *   status and the statuses that can follow it.
   * - `ticket_exists` (409): The customer already has an open ticket for this entity and order. Change or
   *   close that ticket first.
   * - `closing_code_required` (409): The queue of the ticket requires a closing code. Send one that
   *   `meta.closingCodes` lists with the close, or set it first with PUT /v1/tickets/{ticketID}/closingCode.
   * - `closing_code_unknown` (400): The ticket cannot get this closing code: the settings do not have it for
   *   the ticket’s queue, or it is archived. Use one that `meta.closingCodes` lists.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param input.ifMatch - The ETag of the version to change, or several, separated by commas. If the
   * resource has none of them any more, the desk responds with 412. `*` or left out: changes any version.
   * `W/` before an ETag is ignored, because proxies that compress add it. Sent as the header `If-Match`.
   * @param input.status - The new status. REFUND_CREATED only adds an entry to the history.
   * @param input.fields - The fields to change. At least one is required.
   * @param input.note - Why, for the ticket’s history. Customers never see it. 1 to 2000 characters.
   * @param input.closingCode - The id of a closing code of the settings that is not archived and belongs to
   * the ticket’s queue. 1 to 63 characters.
   * @param input.closingNote - How the ticket ended, in words. Customers never see it. 1 to 2000 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A ticket with its state at the desk: status, priority, queue, tier and
   * agent.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.setTicketStatus({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5', status: 'WORKFLOW_PENDING' });
   */
  readonly setTicketStatus: (
    input: SetTicketStatusInput,
    options?: CallOptions,
  ) => Promise<SetTicketStatusResult>;

  /**
   * Decline an offered ticket.
   *
   * The ticket goes to another agent, or waits at its original place in the queue. It is offered to the same
   * agent again only if nobody else can take it.
   *
   * `POST /cs-chat-ticket/v1/tickets/{ticketID}/decline`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `agent_required` (400): A service must name the agent that it acts for. Send the agent’s id or email in
   *   X-Agent-ID.
   * - `agent_mismatch` (403): X-Agent-ID names a different agent than the token. Leave it out, or send your
   *   own id or email.
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `ticket_of_another_agent` (403): The ticket is not assigned to the agent that X-Agent-ID names. Get the
   *   ticket to see its agent.
   * - `ticket_picked` (409): The agent has already picked the ticket. Transfer or escalate it instead of
   *   declining it.
   * - `transition_not_allowed` (409): The current status of the ticket does not allow this. `meta` has the
   *   status and the statuses that can follow it.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param input.agentID - The id or email of the agent to act for. A service must send it. An agent can
   * leave it out, or send its own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @param input.note - Why, for the ticket’s history. Customers never see it. 1 to 2000 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 204: `data` is undefined.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.declineTicket({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly declineTicket: (input: DeclineTicketInput, options?: CallOptions) => Promise<DeclineTicketResult>;

  /**
   * Transfer a ticket to an agent or a queue.
   *
   * An agent can transfer its own tickets only. Supervisors, admins and services can transfer every open
   * ticket, including one that waits. No pick timeout takes the ticket from the agent that a person chose.
   * Transferring a ticket to the agent who has it changes nothing.
   *
   * `POST /cs-chat-ticket/v1/tickets/{ticketID}/transfer`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `version_mismatch` (412): The resource has changed since the version in If-Match. Get it again, then
   *   decide whether to repeat the change.
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `agent_cannot_receive` (409): The agent cannot receive tickets: its status is not routable, it is not
   *   connected, or it is at capacity. Choose another agent or a queue.
   * - `queue_unknown` (400): The workspace has no such queue. Use one that GET /v1/settings lists.
   * - `transition_not_allowed` (409): The current status of the ticket does not allow this. `meta` has the
   *   status and the statuses that can follow it.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param input.ifMatch - The ETag of the version to change, or several, separated by commas. If the
   * resource has none of them any more, the desk responds with 412. `*` or left out: changes any version.
   * `W/` before an ETag is ignored, because proxies that compress add it. Sent as the header `If-Match`.
   * @param input.agentId - The id or email of the agent to transfer the ticket to. 1 to 128 characters.
   * @param input.queueId - The id of the queue to transfer the ticket to, instead of an agent. 1 to 63
   * characters.
   * @param input.note - Why, for the ticket’s history. Customers never see it. 1 to 2000 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A ticket with its state at the desk: status, priority, queue, tier and
   * agent.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.transferTicket({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5', agentId: 'ben', note: 'speaks Thai' });
   */
  readonly transferTicket: (
    input: TransferTicketInput,
    options?: CallOptions,
  ) => Promise<TransferTicketResult>;

  /**
   * Escalate a ticket to the next tier.
   *
   * The ticket waits for an agent with the skill `tier:2`, after a second escalation `tier:3`, and so on up
   * to `tier:9`. An agent can escalate its own tickets only.
   *
   * `POST /cs-chat-ticket/v1/tickets/{ticketID}/escalate`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `version_mismatch` (412): The resource has changed since the version in If-Match. Get it again, then
   *   decide whether to repeat the change.
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `transition_not_allowed` (409): The current status of the ticket does not allow this. `meta` has the
   *   status and the statuses that can follow it.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param input.ifMatch - The ETag of the version to change, or several, separated by commas. If the
   * resource has none of them any more, the desk responds with 412. `*` or left out: changes any version.
   * `W/` before an ETag is ignored, because proxies that compress add it. Sent as the header `If-Match`.
   * @param input.note - Why, for the ticket’s history. Customers never see it. 1 to 2000 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A ticket with its state at the desk: status, priority, queue, tier and
   * agent.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.escalateTicket({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly escalateTicket: (
    input: EscalateTicketInput,
    options?: CallOptions,
  ) => Promise<EscalateTicketResult>;

  /**
   * Return a ticket to the queue.
   *
   * Takes the ticket from its agent. It waits at its original place in the queue and is offered to other
   * agents first.
   *
   * `POST /cs-chat-ticket/v1/tickets/{ticketID}/requeue`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `version_mismatch` (412): The resource has changed since the version in If-Match. Get it again, then
   *   decide whether to repeat the change.
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `transition_not_allowed` (409): The current status of the ticket does not allow this. `meta` has the
   *   status and the statuses that can follow it.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param input.ifMatch - The ETag of the version to change, or several, separated by commas. If the
   * resource has none of them any more, the desk responds with 412. `*` or left out: changes any version.
   * `W/` before an ETag is ignored, because proxies that compress add it. Sent as the header `If-Match`.
   * @param input.note - Why, for the ticket’s history. Customers never see it. 1 to 2000 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A ticket with its state at the desk: status, priority, queue, tier and
   * agent.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.requeueTicket({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly requeueTicket: (input: RequeueTicketInput, options?: CallOptions) => Promise<RequeueTicketResult>;

  /**
   * Extend the time until auto-close.
   *
   * Restarts the timers of the warning and the close. The customer is warned again before the close. An agent
   * can extend its own tickets only.
   *
   * `PUT /cs-chat-ticket/v1/tickets/{ticketID}/extend`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `version_mismatch` (412): The resource has changed since the version in If-Match. Get it again, then
   *   decide whether to repeat the change.
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `auto_close_not_running` (409): Auto-close is not running for this ticket, so there is nothing to
   *   extend. It runs only while the customer owes the reply.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param input.ifMatch - The ETag of the version to change, or several, separated by commas. If the
   * resource has none of them any more, the desk responds with 412. `*` or left out: changes any version.
   * `W/` before an ETag is ignored, because proxies that compress add it. Sent as the header `If-Match`.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A ticket with its state at the desk: status, priority, queue, tier and
   * agent.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.extendTicket({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly extendTicket: (input: ExtendTicketInput, options?: CallOptions) => Promise<ExtendTicketResult>;

  /**
   * Get a ticket’s history.
   *
   * Returns the events of the ticket, oldest first: all of them, unless they are larger than about 1 MiB.
   * Agents can get the history only of tickets that they have.
   *
   * `GET /cs-chat-ticket/v1/tickets/{ticketID}/history`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param input.after - Only entries with a higher `seq`.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: The ticket’s history, or the next page of it. A page ends after about 1
   * MiB.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.getTicketHistory({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly getTicketHistory: (
    input: GetTicketHistoryInput,
    options?: CallOptions,
  ) => Promise<GetTicketHistoryResult>;

  /**
   * List the tags of the settings.
   *
   * `GET /cs-chat-ticket/v1/tags`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: The tags that the settings list.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.listTags();
   */
  readonly listTags: (input?: ListTagsInput, options?: CallOptions) => Promise<ListTagsResult>;

  /**
   * Set and remove a ticket’s tags.
   *
   * An agent can change the tags of its own tickets until they are closed. Supervisors, admins and services
   * can change those of every ticket. A change that leaves the tags as they are returns the ticket unchanged.
   *
   * `POST /cs-chat-ticket/v1/tickets/{ticketID}/tags`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `version_mismatch` (412): The resource has changed since the version in If-Match. Get it again, then
   *   decide whether to repeat the change.
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `tag_not_listed` (400): Agents can set only tags that the settings list. Use those that GET /v1/tags
   *   returns, or ask a supervisor to add the tag.
   * - `too_many_tags` (409): The ticket would have more than 20 tags. Remove some of its tags first.
   * - `transition_not_allowed` (409): The current status of the ticket does not allow this. `meta` has the
   *   status and the statuses that can follow it.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param input.ifMatch - The ETag of the version to change, or several, separated by commas. If the
   * resource has none of them any more, the desk responds with 412. `*` or left out: changes any version.
   * `W/` before an ETag is ignored, because proxies that compress add it. Sent as the header `If-Match`.
   * @param input.add - The tags to set, each of 1 to 32 characters. The desk writes them in lower case. A
   * ticket can have up to 20.
   * @param input.remove - The tags to remove. Those that the ticket does not have are ignored.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A ticket with its state at the desk: status, priority, queue, tier and
   * agent.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.changeTags({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly changeTags: (input: ChangeTagsInput, options?: CallOptions) => Promise<ChangeTagsResult>;

  /**
   * List the custom fields of the settings.
   *
   * `GET /cs-chat-ticket/v1/fields`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: The custom fields of tickets.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.listFields();
   */
  readonly listFields: (input?: ListFieldsInput, options?: CallOptions) => Promise<ListFieldsResult>;

  /**
   * Set a ticket’s custom fields.
   *
   * Sets and removes values. The ticket is matched to its queue again; an agent who has it keeps it. An agent
   * can set fields of its own tickets until they are closed. Supervisors, admins and services can set those
   * of every ticket. The settings say which roles may set which field.
   *
   * `POST /cs-chat-ticket/v1/tickets/{ticketID}/fields`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `version_mismatch` (412): The resource has changed since the version in If-Match. Get it again, then
   *   decide whether to repeat the change.
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `field_not_writable` (403): The settings do not let this role set the custom field at `source.pointer`.
   *   Leave it out, or use a token of a role that GET /v1/fields lists for it.
   * - `transition_not_allowed` (409): The current status of the ticket does not allow this. `meta` has the
   *   status and the statuses that can follow it.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param input.ifMatch - The ETag of the version to change, or several, separated by commas. If the
   * resource has none of them any more, the desk responds with 412. `*` or left out: changes any version.
   * `W/` before an ETag is ignored, because proxies that compress add it. Sent as the header `If-Match`.
   * @param input.fields - The fields to set, by their ids. Null removes a value. A field that is left out
   * keeps its value.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A ticket with its state at the desk: status, priority, queue, tier and
   * agent.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.changeFields({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5', fields: { shop: 'S-12' } });
   */
  readonly changeFields: (input: ChangeFieldsInput, options?: CallOptions) => Promise<ChangeFieldsResult>;

  /**
   * Explain a ticket’s routing.
   *
   * Returns why the ticket waits or has its agent, and what happens next.
   *
   * `GET /cs-chat-ticket/v1/tickets/{ticketID}/routing`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `ticket_not_found` (404): You have no ticket with this id. It may have been reassigned; reload your
   *   tickets.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ticketID - The ticket’s id. 1 to 128 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: Why a ticket waits or has its agent, and what happens next.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.getTicketRouting({ ticketID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly getTicketRouting: (
    input: GetTicketRoutingInput,
    options?: CallOptions,
  ) => Promise<GetTicketRoutingResult>;

  /**
   * Close room.
   *
   * Closes the chat room. Its ticket goes to wrap-up (CHAT_CLOSED) and stays with its agent. Closing a closed
   * room returns its ticket unchanged. If the queue requires a closing code, set it first with PUT
   * /v1/tickets/{ticketID}/closingCode.
   *
   * `DELETE /cs-chat-ticket/v1/rooms/{roomID}`. Roles: agent, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `agent_required` (400): A service must name the agent that it acts for. Send the agent’s id or email in
   *   X-Agent-ID.
   * - `agent_mismatch` (403): X-Agent-ID names a different agent than the token. Leave it out, or send your
   *   own id or email.
   * - `agent_not_found` (404): No agent has this id or email. Create your own record with PUT /v1/online, or
   *   any record with PUT /v1/agents/{agentID}.
   * - `room_not_found` (404): You have no room with this id. Its ticket may have been reassigned; reload your
   *   tickets.
   * - `ticket_of_another_agent` (403): The ticket is not assigned to the agent that X-Agent-ID names. Get the
   *   ticket to see its agent.
   * - `closing_code_required` (409): The queue of the ticket requires a closing code. Send one that
   *   `meta.closingCodes` lists with the close, or set it first with PUT /v1/tickets/{ticketID}/closingCode.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.roomID - The room’s id: `metadata.roomId` of its ticket. 1 to 128 characters.
   * @param input.agentID - The id or email of the agent to act for. A service must send it. An agent can
   * leave it out, or send its own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A ticket, as its agent sees it.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.closeRoom({ roomID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly closeRoom: (input: CloseRoomInput, options?: CallOptions) => Promise<CloseRoomResult>;

  /**
   * Get a room.
   *
   * Agents can get the rooms of their own tickets and, while they have an open ticket of a customer, all
   * rooms of that customer. Customers can get the room that their token names. Supervisors, admins and
   * services can get every room.
   *
   * `GET /cs-chat-ticket/v1/rooms/{roomID}`. Roles: agent, customer, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `room_not_found` (404): You have no room with this id. Its ticket may have been reassigned; reload your
   *   tickets.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.roomID - The room’s id: `metadata.roomId` of its ticket. 1 to 128 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A chat room without its messages.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.getRoom({ roomID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly getRoom: (input: GetRoomInput, options?: CallOptions) => Promise<GetRoomResult>;

  /**
   * Send a message.
   *
   * 201: the message is new. 200: the same message was already sent with this `clientMessageId`, and is
   * returned. Only agents, supervisors and admins may send a `note`, and only services a `system` message.
   * Sending a message does not pick the ticket.
   *
   * `POST /cs-chat-ticket/v1/rooms/{roomID}/messages`. Roles: agent, customer, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `room_not_found` (404): You have no room with this id. Its ticket may have been reassigned; reload your
   *   tickets.
   * - `room_closed` (409): The room is closed and takes no messages. You can still read its messages.
   * - `client_message_id_reused` (422): This clientMessageId was used for a different message in the room.
   *   Use a new id for each message.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.roomID - The room’s id: `metadata.roomId` of its ticket. 1 to 128 characters.
   * @param input.clientMessageId - An id that the sender chooses, unique in the room. Sending the same
   * message with the same id again stores it once.
   * @param input.kind - Who sees the message and who writes it. Everyone in the room sees a `message`.
   * Customers never see a `note`. A program writes a `system` message.
   * @param input.text - Plain text of up to 8 KiB in UTF-8, with at least one visible character.
   * @param input.attachments - Up to 10 files, by reference.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200 or 201: A message of a room. It never changes.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.sendMessage({ roomID: '888bd869-9398-40de-9c61-3238d6208cf5', clientMessageId: '6e8bc430-9c3a-41d9-9669-0800200c9a66', kind: 'message', text: 'Where is my order?', attachments: [] });
   */
  readonly sendMessage: (input: SendMessageInput, options?: CallOptions) => Promise<SendMessageResult>;

  /**
   * List messages.
   *
   * Returns the newest messages, or with `after` the first ones that follow it. With `before`, only messages
   * before it count. Customers never see notes, and for them `seq` does not count notes.
   *
   * `GET /cs-chat-ticket/v1/rooms/{roomID}/messages`. Roles: agent, customer, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `room_not_found` (404): You have no room with this id. Its ticket may have been reassigned; reload your
   *   tickets.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.roomID - The room’s id: `metadata.roomId` of its ticket. 1 to 128 characters.
   * @param input.after - Only messages with a higher `seq`.
   * @param input.before - Only messages with a lower `seq`.
   * @param input.limit - The maximum length of the page. Default: 50. 1 to 200.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A page of a room’s messages. It ends after about 1 MiB, however many
   * messages `limit` allows.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.listMessages({ roomID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly listMessages: (input: ListMessagesInput, options?: CallOptions) => Promise<ListMessagesResult>;

  /**
   * Set the read position.
   *
   * Sets how far the caller has read the room. The position only grows, up to the last message; a lower one
   * changes nothing.
   *
   * `PUT /cs-chat-ticket/v1/rooms/{roomID}/read`. Roles: agent, customer, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `room_not_found` (404): You have no room with this id. Its ticket may have been reassigned; reload your
   *   tickets.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.roomID - The room’s id: `metadata.roomId` of its ticket. 1 to 128 characters.
   * @param input.seq - The `seq` of the last message that the caller has read. For a customer it does not
   * count notes.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A chat room without its messages.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.setReadPosition({ roomID: '888bd869-9398-40de-9c61-3238d6208cf5', seq: 3 });
   */
  readonly setReadPosition: (
    input: SetReadPositionInput,
    options?: CallOptions,
  ) => Promise<SetReadPositionResult>;

  /**
   * Search messages.
   *
   * Finds the messages, notes included, that contain all words and phrases of `q` in their text and the names
   * of their files. Letter case, width, accents and marks that people leave out do not matter. Chinese,
   * Japanese, Korean, Thai, Lao, Khmer and Burmese words are found inside a run of letters. Returns the
   * newest matches first.
   *
   * `GET /cs-chat-ticket/v1/messages/search`. Roles: supervisor, admin.
   *
   * The call can fail with these values of `error.code`:
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.q - The words to search for. Words between double quotes are a phrase: they must follow each
   * other. A word or phrase with `*` at its end, and the last word without quotes, may be the beginning of a
   * word. Nothing else is an operator. Required. Up to 256 characters.
   * @param input.limit - The maximum length of the page. Default: 50. 1 to 100.
   * @param input.cursor - Where the page starts: the `nextCursor` of the page before. Left out: the first
   * page. Up to 512 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A page of the messages that a search finds, newest first. It ends after
   * about 256 KiB, however many messages `limit` allows.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.searchMessages({ q: 'late order' });
   */
  readonly searchMessages: (
    input?: SearchMessagesInput,
    options?: CallOptions,
  ) => Promise<SearchMessagesResult>;

  /**
   * Get a customer’s place in the queue.
   *
   * A customer can get the place of the room that its token names.
   *
   * `GET /cs-chat-ticket/v1/rooms/{roomID}/queue`. Roles: customer, supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `room_not_found` (404): You have no room with this id. Its ticket may have been reassigned; reload your
   *   tickets.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.roomID - The room’s id: `metadata.roomId` of its ticket. 1 to 128 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A customer’s place in the queue.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.getQueuePlace({ roomID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly getQueuePlace: (input: GetQueuePlaceInput, options?: CallOptions) => Promise<GetQueuePlaceResult>;

  /**
   * Create a customer’s token for a room.
   *
   * Returns a token for the customer of the room’s ticket. It gives access to this room only and expires
   * after 24 hours. A desk that verifies the tokens of another issuer cannot sign one.
   *
   * `POST /cs-chat-ticket/v1/rooms/{roomID}/token`. Roles: service.
   *
   * The call can fail with these values of `error.code`:
   * - `room_not_found` (404): You have no room with this id. Its ticket may have been reassigned; reload your
   *   tickets.
   * - `token_not_issued_here` (409): This server only verifies tokens. Get a customer token with the claim
   *   `room` from your token issuer.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.roomID - The room’s id: `metadata.roomId` of its ticket. 1 to 128 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A customer’s token for one room.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.createRoomToken({ roomID: '888bd869-9398-40de-9c61-3238d6208cf5' });
   */
  readonly createRoomToken: (
    input: CreateRoomTokenInput,
    options?: CallOptions,
  ) => Promise<CreateRoomTokenResult>;

  /**
   * Revoke a person’s tokens.
   *
   * Revokes all tokens of a person that were issued until now. The desk refuses calls with them at once, and
   * closes their live connections within a minute. It accepts tokens that are issued from the next second on.
   *
   * `POST /cs-chat-ticket/v1/tokens/revoke`. Roles: service, admin.
   *
   * The call can fail with these values of `error.code`:
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.role - The role of the tokens.
   * @param input.sub - The `sub` claim of the tokens. 1 to 128 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: The tokens of a person that the desk refuses.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.revokeTokens({ role: 'agent', sub: 'ann' });
   */
  readonly revokeTokens: (input: RevokeTokensInput, options?: CallOptions) => Promise<RevokeTokensResult>;

  /**
   * Get the board.
   *
   * Returns the current state of all queues and agents.
   *
   * `GET /cs-chat-ticket/v1/board`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: The current state of all queues and agents.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.getBoard();
   */
  readonly getBoard: (input?: GetBoardInput, options?: CallOptions) => Promise<GetBoardResult>;

  /**
   * Report tickets.
   *
   * Returns what happened to tickets in a range: how many, how long, and why they waited. A range has 366
   * days at most, 31 days by hour, and 120,000 tickets. `listTicketReportRows` with the same filters lists
   * what a figure counts.
   *
   * `GET /cs-chat-ticket/v1/reports/tickets`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.from - From when, as a date (its first instant) or a date and time. Without an offset it is
   * local in `timeZone`. Default: one day before `to`. Up to 32 characters.
   * @param input.to - Until when, exclusive, in the same form. Default: now. Up to 32 characters.
   * @param input.timeZone - The time zone of local times, by its name in the IANA database. Default: UTC. Up
   * to 64 characters.
   * @param input.groupBy - What the tickets of a group have in common. Left out: one total.
   * @param input.queueId - Only this queue. Empty: only without one. Up to 256 characters.
   * @param input.agentId - Only this agent. Empty: only without one. Up to 256 characters.
   * @param input.ccr - Only this contact reason, as the ticket has it. Empty: only without one. Up to 256
   * characters.
   * @param input.language - Only this language. Empty: only without one. Up to 256 characters.
   * @param input.entityId - Only this entity. Empty: only without one. Up to 256 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A report of tickets.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.getTicketReport({ from: '2026-11-01' });
   */
  readonly getTicketReport: (
    input?: GetTicketReportInput,
    options?: CallOptions,
  ) => Promise<GetTicketReportResult>;

  /**
   * List what a figure of tickets counts.
   *
   * Returns the rows behind a figure of the report of tickets, oldest first. A page looks at 5,000 rows at
   * most, so that a filter can make it short: it is the last page only if it has no `nextCursor`.
   *
   * `GET /cs-chat-ticket/v1/reports/tickets/rows`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.from - From when, as a date (its first instant) or a date and time. Without an offset it is
   * local in `timeZone`. Default: one day before `to`. Up to 32 characters.
   * @param input.to - Until when, exclusive, in the same form. Default: now. Up to 32 characters.
   * @param input.timeZone - The time zone of local times, by its name in the IANA database. Default: UTC. Up
   * to 64 characters.
   * @param input.figure - The figure whose rows are listed. Default: created.
   * @param input.cause - Only waits with this cause. Other figures have no row with one.
   * @param input.queueId - Only this queue. Empty: only without one. Up to 256 characters.
   * @param input.agentId - Only this agent. Empty: only without one. Up to 256 characters.
   * @param input.ccr - Only this contact reason, as the ticket has it. Empty: only without one. Up to 256
   * characters.
   * @param input.language - Only this language. Empty: only without one. Up to 256 characters.
   * @param input.entityId - Only this entity. Empty: only without one. Up to 256 characters.
   * @param input.limit - The maximum length of the page. Default: 50. 1 to 100.
   * @param input.cursor - Where the page starts: the `nextCursor` of the page before. Left out: the first
   * page. Up to 512 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A page of the rows behind a figure.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.listTicketReportRows({ from: '2026-11-01' });
   */
  readonly listTicketReportRows: (
    input?: ListTicketReportRowsInput,
    options?: CallOptions,
  ) => Promise<ListTicketReportRowsResult>;

  /**
   * Report agents.
   *
   * Returns how agents spent their time in a range: in each status, with and without tickets. A range has 366
   * days at most, 31 days by hour, and 120,000 tickets. `listAgentReportRows` with the same filter lists the
   * times.
   *
   * `GET /cs-chat-ticket/v1/reports/agents`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.from - From when, as a date (its first instant) or a date and time. Without an offset it is
   * local in `timeZone`. Default: one day before `to`. Up to 32 characters.
   * @param input.to - Until when, exclusive, in the same form. Default: now. Up to 32 characters.
   * @param input.timeZone - The time zone of local times, by its name in the IANA database. Default: UTC. Up
   * to 64 characters.
   * @param input.groupBy - What a group has in common. Left out: one total.
   * @param input.agentId - Only this agent. Empty: only without one. Up to 256 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A report of agents.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.getAgentReport({ from: '2026-11-01' });
   */
  readonly getAgentReport: (
    input?: GetAgentReportInput,
    options?: CallOptions,
  ) => Promise<GetAgentReportResult>;

  /**
   * List the times of agents.
   *
   * Returns the times behind the report of agents that overlap the range, by agent and time. A page looks at
   * 20 agents at most, so that it can be short: it is the last page only if it has no `nextCursor`.
   *
   * `GET /cs-chat-ticket/v1/reports/agents/rows`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.from - From when, as a date (its first instant) or a date and time. Without an offset it is
   * local in `timeZone`. Default: one day before `to`. Up to 32 characters.
   * @param input.to - Until when, exclusive, in the same form. Default: now. Up to 32 characters.
   * @param input.timeZone - The time zone of local times, by its name in the IANA database. Default: UTC. Up
   * to 64 characters.
   * @param input.agentId - Only this agent. Empty: only without one. Up to 256 characters.
   * @param input.limit - The maximum length of the page. Default: 50. 1 to 100.
   * @param input.cursor - Where the page starts: the `nextCursor` of the page before. Left out: the first
   * page. Up to 512 characters.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A page of the rows behind a report of agents.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.listAgentReportRows({ from: '2026-11-01' });
   */
  readonly listAgentReportRows: (
    input?: ListAgentReportRowsInput,
    options?: CallOptions,
  ) => Promise<ListAgentReportRowsResult>;

  /**
   * Get the workspace’s settings.
   *
   * Returns the present settings, or those of an earlier version. To return to an earlier version, PUT its
   * `settings`.
   *
   * `GET /cs-chat-ticket/v1/settings`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `settings_version_not_found` (404): The desk does not store this version of the settings. GET
   *   /v1/settings/versions lists those that it stores.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.version - The version to return. Left out: the present one.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: The workspace’s settings and their version.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.getSettings({ version: 4 });
   */
  readonly getSettings: (input?: GetSettingsInput, options?: CallOptions) => Promise<GetSettingsResult>;

  /**
   * List the versions of the settings.
   *
   * Returns when the settings were changed, who changed them, and which settings changed, newest first. The
   * desk stores the newest 500 versions, up to 32 MiB. For more, call again with `before` set to the last
   * `version` that you have.
   *
   * `GET /cs-chat-ticket/v1/settings/versions`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.before - Only versions before this one. Left out: from the present one.
   * @param input.limit - The maximum length of the page. Default: 50. 1 to 100.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A page of the versions of the settings, newest first.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.listSettingsVersions({ before: 4 });
   */
  readonly listSettingsVersions: (
    input?: ListSettingsVersionsInput,
    options?: CallOptions,
  ) => Promise<ListSettingsVersionsResult>;

  /**
   * Replace the workspace’s settings.
   *
   * Replaces the whole document: a field that is left out gets its default. If the queues or
   * `priorityPointSeconds` change, every open ticket is matched to its queue again: 50 tickets at once, the
   * rest within seconds. No ticket is assigned by a rule until then. The body can also be the whole response
   * of GET /v1/settings: its `version` is then expected as in If-Match.
   *
   * `PUT /cs-chat-ticket/v1/settings`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `version_mismatch` (412): The resource has changed since the version in If-Match. Get it again, then
   *   decide whether to repeat the change.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   * - `header_invalid` (400): A request header is invalid. Fix the header that `source.header` names.
   * - `body_not_json` (400): The body is not valid JSON. Send one JSON object.
   * - `body_invalid` (400): The body does not match the schema. Fix the value at `source.pointer`.
   * - `body_too_deep` (400): The body has more than 32 levels of nesting. Send a body with fewer levels.
   * - `text_malformed` (400): A string contains a NUL character or an unpaired surrogate. Send well-formed
   *   Unicode without NUL.
   * - `body_too_large` (413): The body is larger than 64 KiB, or than 4 MiB for the settings. Send a smaller
   *   body.
   * - `content_type_unsupported` (415): The content type of the body is not JSON. Send
   *   `Content-Type: application/json`.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.ifMatch - The ETag of the version to change, or several, separated by commas. If the
   * resource has none of them any more, the desk responds with 412. `*` or left out: changes any version.
   * `W/` before an ETag is ignored, because proxies that compress add it. Sent as the header `If-Match`.
   * @param input.statuses - The statuses that agents can have, up to 100. `online`, `away` and `offline` are
   * required; only `online` of them is routable. Each id occurs once.
   * @param input.capacity - How many open tickets an agent can have, unless the agent’s record says
   * otherwise. 0 to 100.
   * @param input.createsAgents - Whether an agent’s first PUT /v1/online or /v1/status creates its record.
   * @param input.joinsAgentsByEmail - Whether an agent without a record gets the record that has the email of
   * its token, at its first PUT /v1/online or /v1/status. Nobody must have used that record, and the claim
   * `email_verified` must not be false. The record’s id becomes the `sub` of the token.
   * @param input.strategy - Which agent gets a ticket: the one with the fewest tickets, the longest idle one,
   * or the one whose last assignment is oldest.
   * @param input.stickySeconds - How long after a chat its customer gets the same agent again if that agent
   * can take the ticket, in seconds. 0: never. Up to 90 days. 0 to 7776000.
   * @param input.priorityPointSeconds - How many seconds of waiting one point of priority is worth. Up to 1
   * day. 1 to 86400.
   * @param input.missesUntilAway - After how many offers in a row that an agent does not pick its status
   * becomes `away`. 1 to 100.
   * @param input.eventRetentionHours - How long the event log stores events, in hours: 24 to 26,280. Events
   * of a ticket are stored at least until it has been closed for that long. 24 to 26280.
   * @param input.limits - Limits that protect the desk from one person, room or workspace. A call above one
   * gets 429 `rate_limited`. Up to the calls of a minute can come at once. Each server counts what it
   * receives itself.
   * @param input.fields - The custom fields of tickets, up to 20. Each id occurs once. Tickets keep values of
   * fields that are removed.
   * @param input.tags - The tags of tickets.
   * @param input.closingCodes - The closing codes, up to 100, in the order in which people choose from them.
   * Each id occurs once. Archive a code that tickets have instead of removing it.
   * @param input.queues - The queues, up to 100. A ticket goes to the first queue that takes it. The last
   * queue has no `takes` and takes the rest; every other one has. Each id occurs once.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: The workspace’s settings and their version.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.putSettings({ capacity: 3 });
   */
  readonly putSettings: (input?: PutSettingsInput, options?: CallOptions) => Promise<PutSettingsResult>;

  /**
   * List events.
   *
   * Returns the events of the event log in order. To follow the log, call again with `after` set to the `seq`
   * of the last event that you have: no event is left out. If the events after it are no longer stored, the
   * desk responds with 409 `events_pruned`.
   *
   * `GET /cs-chat-ticket/v1/events`. Roles: supervisor, admin, service.
   *
   * The call can fail with these values of `error.code`:
   * - `events_pruned` (409): The events after this position are no longer stored. Reload your state, then
   *   continue from `meta.lowestAfter` or later.
   * - `parameter_invalid` (400): A path or query parameter is invalid. Fix the parameter that
   *   `source.parameter` names.
   *
   * Like every call, it can also fail with `token_missing`, `token_invalid`, `token_expired`,
   * `token_revoked`, `role_not_allowed`, `workspace_unknown`, `internal_error`, `database_unavailable`,
   * `key_set_unavailable`, `rate_limited`, `overloaded`, `network_error`, `timeout` or `unexpected_response`.
   *
   * @param input.after - Only events with a higher `seq`. Left out: from the oldest event that is stored.
   * @param input.limit - The maximum length of the page. Default: 100. 1 to 1000.
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: A page of the event log. It ends after about 1 MiB, however many events
   * `limit` allows.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.listEvents({ after: 17 });
   */
  readonly listEvents: (input?: ListEventsInput, options?: CallOptions) => Promise<ListEventsResult>;

  /**
   * Check that the process is alive.
   *
   * `GET /healthz`. No token is needed.
   *
   * Like every call, it can also fail with `internal_error`, `database_unavailable`, `key_set_unavailable`,
   * `network_error`, `timeout` or `unexpected_response`.
   *
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: The process is alive.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.getHealth();
   */
  readonly getHealth: (input?: GetHealthInput, options?: CallOptions) => Promise<GetHealthResult>;

  /**
   * Check that the database takes writes, its schema is current and tokens can be verified.
   *
   * `GET /readyz`. No token is needed.
   *
   * The call can fail with these values of `error.code`:
   * - `schema_outdated` (503): The database schema is out of date. Run `chat-ticket migrate`.
   *
   * Like every call, it can also fail with `internal_error`, `database_unavailable`, `key_set_unavailable`,
   * `network_error`, `timeout` or `unexpected_response`.
   *
   * @param options - A signal that aborts the call.
   * @returns The result. Status 200: The database takes writes, and its schema is current.
   * @throws The reason of an aborted signal, or what the token function threw.
   * @example
   * const result = await client.getReadiness();
   */
  readonly getReadiness: (input?: GetReadinessInput, options?: CallOptions) => Promise<GetReadinessResult>;
}

/** The items of each list, by the name of its route. */
export interface ListItems {
  /** An item of `listAgents`. */
  readonly listAgents: ListedAgent;

  /** An item of `searchTickets`. */
  readonly searchTickets: FoundTicket;

  /** An item of `listCustomerTickets`. */
  readonly listCustomerTickets: FoundTicket;

  /** An item of `searchMessages`. */
  readonly searchMessages: SearchResult;

  /** An item of `listTicketReportRows`. */
  readonly listTicketReportRows: TicketReportRow;

  /** An item of `listAgentReportRows`. */
  readonly listAgentReportRows: AgentReportRow;
}

/** The input of `getAgentInfo`. */
export type GetAgentInfoInput = {
  /**
   * The id or email of the agent to act for. A service must send it. An agent can leave it out, or send its
   * own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @example 'agent@foodpanda.com'
   */
  readonly agentID?: string | undefined;
};

/** The result of `getAgentInfo`. Check `ok` first. */
export type GetAgentInfoResult =
  | Success<200, AgentInfo>
  | Failure<RouteErrorCode<'getAgentInfo'> | ClientErrorCode>;

/** The input of `setOnline`. */
export type SetOnlineInput = {
  /**
   * The id or email of the agent to act for. A service must send it. An agent can leave it out, or send its
   * own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @example 'agent@foodpanda.com'
   */
  readonly agentID?: string | undefined;
};

/** The result of `setOnline`. Check `ok` first. */
export type SetOnlineResult =
  | Success<200, AgentStatusInfo>
  | Failure<RouteErrorCode<'setOnline'> | ClientErrorCode>;

/** The input of `setOffline`. */
export type SetOfflineInput = {
  /**
   * The id or email of the agent to act for. A service must send it. An agent can leave it out, or send its
   * own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @example 'agent@foodpanda.com'
   */
  readonly agentID?: string | undefined;
};

/** The result of `setOffline`. Check `ok` first. */
export type SetOfflineResult =
  | Success<200, AgentStatusInfo>
  | Failure<RouteErrorCode<'setOffline'> | ClientErrorCode>;

/** The input of `setStatus`. */
export type SetStatusInput = UpdateAgentStatusParam & {
  /**
   * The id or email of the agent to act for. A service must send it. An agent can leave it out, or send its
   * own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @example 'agent@foodpanda.com'
   */
  readonly agentID?: string | undefined;
};

/** The result of `setStatus`. Check `ok` first. */
export type SetStatusResult =
  | Success<200, AgentStatusInfo>
  | Failure<RouteErrorCode<'setStatus'> | ClientErrorCode>;

/** The input of `listStatuses`. */
export type ListStatusesInput = Record<string, never>;

/** The result of `listStatuses`. Check `ok` first. */
export type ListStatusesResult =
  | Success<200, AgentStatusList>
  | Failure<RouteErrorCode<'listStatuses'> | ClientErrorCode>;

/** The input of `listAgents`. */
export type ListAgentsInput = {
  /**
   * Only agents with this status. 1 to 64 characters.
   * @example 'online'
   */
  readonly status?: string | undefined;
  /** Only agents that are connected, or only those that are not. */
  readonly isConnected?: boolean | undefined;
  /** `true`: only archived agents. Default: only agents that are not archived. */
  readonly isArchived?: boolean | undefined;
  /**
   * Only agents with this skill. It is read as in the agent’s record. 1 to 64 characters.
   * @example 'language:eng'
   */
  readonly skill?: string | undefined;
  /**
   * Only agents whose `queueIds` contain this queue. 1 to 64 characters.
   * @example 'default'
   */
  readonly queueId?: string | undefined;
  /**
   * Only agents whose name, a word of it, email or id begins with this text. Case and accents are ignored. 1
   * to 256 characters.
   * @example 'ann'
   */
  readonly text?: string | undefined;
  /** The maximum length of the page. Default: 50. 1 to 100. */
  readonly limit?: number | undefined;
  /**
   * Where the page starts: the `nextCursor` of the page before. Left out: the first page. Up to 512
   * characters.
   * @example 'WyJhbm4gbGltIiwiYW5uIl0'
   */
  readonly cursor?: string | undefined;
};

/** The result of `listAgents`. Check `ok` first. */
export type ListAgentsResult =
  | Success<200, AgentPage>
  | Failure<RouteErrorCode<'listAgents'> | ClientErrorCode>;

/** The input of `putAgent`. */
export type PutAgentInput = PutAgentParam & {
  /**
   * The agent’s id. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  readonly agentID: string;
};

/** The result of `putAgent`. Check `ok` first. */
export type PutAgentResult = Success<200, Agent> | Failure<RouteErrorCode<'putAgent'> | ClientErrorCode>;

/** The input of `getAgent`. */
export type GetAgentInput = {
  /**
   * The agent’s id. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  readonly agentID: string;
};

/** The result of `getAgent`. Check `ok` first. */
export type GetAgentResult = Success<200, Agent> | Failure<RouteErrorCode<'getAgent'> | ClientErrorCode>;

/** The input of `deleteAgent`. */
export type DeleteAgentInput = {
  /**
   * The agent’s id. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  readonly agentID: string;
};

/** The result of `deleteAgent`. Check `ok` first. */
export type DeleteAgentResult =
  | Success<204, undefined>
  | Failure<RouteErrorCode<'deleteAgent'> | ClientErrorCode>;

/** The input of `archiveAgent`. */
export type ArchiveAgentInput = {
  /**
   * The agent’s id. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  readonly agentID: string;
};

/** The result of `archiveAgent`. Check `ok` first. */
export type ArchiveAgentResult =
  | Success<200, Agent>
  | Failure<RouteErrorCode<'archiveAgent'> | ClientErrorCode>;

/** The input of `unarchiveAgent`. */
export type UnarchiveAgentInput = {
  /**
   * The agent’s id. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  readonly agentID: string;
};

/** The result of `unarchiveAgent`. Check `ok` first. */
export type UnarchiveAgentResult =
  | Success<200, Agent>
  | Failure<RouteErrorCode<'unarchiveAgent'> | ClientErrorCode>;

/** The input of `setAgentStatus`. */
export type SetAgentStatusInput = UpdateAgentStatusParam & {
  /**
   * The agent’s id. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  readonly agentID: string;
};

/** The result of `setAgentStatus`. Check `ok` first. */
export type SetAgentStatusResult =
  | Success<200, Agent>
  | Failure<RouteErrorCode<'setAgentStatus'> | ClientErrorCode>;

/** The input of `drainAgent`. */
export type DrainAgentInput = DrainAgentParam & {
  /**
   * The agent’s id. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  readonly agentID: string;
};

/** The result of `drainAgent`. Check `ok` first. */
export type DrainAgentResult = Success<200, Agent> | Failure<RouteErrorCode<'drainAgent'> | ClientErrorCode>;

/** The input of `listTickets`. */
export type ListTicketsInput = {
  /**
   * The id or email of the agent to act for. A service must send it. An agent can leave it out, or send its
   * own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @example 'agent@foodpanda.com'
   */
  readonly agentID?: string | undefined;
};

/** The result of `listTickets`. Check `ok` first. */
export type ListTicketsResult =
  | Success<200, TicketList>
  | Failure<RouteErrorCode<'listTickets'> | ClientErrorCode>;

/** The input of `setPickedTime`. */
export type SetPickedTimeInput = {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
  /**
   * The id or email of the agent to act for. A service must send it. An agent can leave it out, or send its
   * own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @example 'agent@foodpanda.com'
   */
  readonly agentID?: string | undefined;
};

/** The result of `setPickedTime`. Check `ok` first. */
export type SetPickedTimeResult =
  | Success<200, Ticket>
  | Failure<RouteErrorCode<'setPickedTime'> | ClientErrorCode>;

/** The input of `createTicket`. */
export type CreateTicketInput = CreateTicketParam & {
  /**
   * Makes the request safe to repeat for 24 hours or longer: 1 to 255 visible ASCII characters, a new key for
   * each ticket. Sent as the header `Idempotency-Key`.
   * @example 'order-4711-chat-1'
   */
  readonly idempotencyKey?: string | undefined;
};

/** The result of `createTicket`. Check `ok` first. */
export type CreateTicketResult =
  | Success<200, TicketRecord>
  | Success<201, TicketRecord>
  | Failure<RouteErrorCode<'createTicket'> | ClientErrorCode>;

/** The input of `searchTickets`. */
export type SearchTicketsInput = {
  /**
   * Only tickets with this status.
   * @example 'ASSIGNED'
   */
  readonly status?:
    | 'CREATED'
    | 'WORKFLOW_PENDING'
    | 'WORKFLOW_DONE'
    | 'ASSIGNED'
    | 'REASSIGNED'
    | 'ESCALATED'
    | 'CLOSED'
    | 'CHAT_CLOSED'
    | 'ERROR'
    | undefined;
  /** `true`: only tickets that are not closed. `false`: only closed tickets. */
  readonly isOpen?: boolean | undefined;
  /**
   * Only tickets of this queue. 1 to 128 characters.
   * @example 'default'
   */
  readonly queueId?: string | undefined;
  /**
   * Only tickets that this agent has, or that it has picked. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  readonly agentId?: string | undefined;
  /**
   * Only tickets of the customer with this id in the integrating system. 1 to 256 characters.
   * @example 'c-4711'
   */
  readonly customerId?: string | undefined;
  /**
   * Only tickets about this order. 1 to 256 characters.
   * @example 'sdw-srr'
   */
  readonly orderId?: string | undefined;
  /**
   * Only tickets of this entity. 1 to 256 characters.
   * @example 'FP_SG'
   */
  readonly entityId?: string | undefined;
  /**
   * Only tickets with this contact reason. Case, spaces and dashes do not matter. 1 to 256 characters.
   * @example 'delivery - wrong address'
   */
  readonly ccr?: string | undefined;
  /**
   * Only tickets in this language: a BCP 47 tag or a code of ISO 639. 1 to 256 characters.
   * @example 'eng'
   */
  readonly language?: string | undefined;
  /**
   * `true`: only tickets whose customer waits for a reply: for the first one, or since its first message
   * after the last message of an agent, supervisor or admin. `false`: only the others.
   */
  readonly hasWaitingCustomer?: boolean | undefined;
  /** Only tickets that were created at this time or later, in seconds since 1970. 0 to 99999999999. */
  readonly createdFrom?: number | undefined;
  /** Only tickets that were created before this time, in seconds since 1970. 0 to 99999999999. */
  readonly createdTo?: number | undefined;
  /** Only tickets that were closed at this time or later, in seconds since 1970. 0 to 99999999999. */
  readonly closedFrom?: number | undefined;
  /** Only tickets that were closed before this time, in seconds since 1970. 0 to 99999999999. */
  readonly closedTo?: number | undefined;
  /**
   * `newest` or `oldest` tickets first, by their creation, or by their close if `closedFrom` or `closedTo` is
   * given. `longestWaiting`: only tickets whose customer waits for a reply, the longest wait first. Default:
   * `newest`.
   * @example 'newest'
   */
  readonly order?: 'newest' | 'oldest' | 'longestWaiting' | undefined;
  /** The maximum length of the page. Default: 50. 1 to 100. */
  readonly limit?: number | undefined;
  /**
   * Where the page starts: the `nextCursor` of the page before. Left out: the first page. Up to 512
   * characters.
   */
  readonly cursor?: string | undefined;
};

/** The result of `searchTickets`. Check `ok` first. */
export type SearchTicketsResult =
  | Success<200, TicketPage>
  | Failure<RouteErrorCode<'searchTickets'> | ClientErrorCode>;

/** The input of `listCustomerTickets`. */
export type ListCustomerTicketsInput = {
  /**
   * The customer’s id in the integrating system: `customer.id` of its tickets. For an id with other
   * characters, such as a space or `/`, use the filter `customerId` of GET /v1/tickets/search. 1 to 128
   * characters.
   * @example 'c-4711'
   */
  readonly customerID: string;
  /** The maximum length of the page. Default: 50. 1 to 100. */
  readonly limit?: number | undefined;
  /**
   * Where the page starts: the `nextCursor` of the page before. Left out: the first page. Up to 512
   * characters.
   */
  readonly cursor?: string | undefined;
};

/** The result of `listCustomerTickets`. Check `ok` first. */
export type ListCustomerTicketsResult =
  | Success<200, TicketPage>
  | Failure<RouteErrorCode<'listCustomerTickets'> | ClientErrorCode>;

/** The input of `getTicket`. */
export type GetTicketInput = {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
};

/** The result of `getTicket`. Check `ok` first. */
export type GetTicketResult =
  | Success<200, TicketRecord>
  | Failure<RouteErrorCode<'getTicket'> | ClientErrorCode>;

/** The input of `closeTicket`. */
export type CloseTicketInput = CloseTicketParam & {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
  /**
   * The ETag of the version to change, or several, separated by commas. If the resource has none of them any
   * more, the desk responds with 412. `*` or left out: changes any version. `W/` before an ETag is ignored,
   * because proxies that compress add it. Sent as the header `If-Match`.
   * @example '"6e8bc430-9c3a-41d9-9669-0800200c9a66"'
   */
  readonly ifMatch?: string | undefined;
};

/** The result of `closeTicket`. Check `ok` first. */
export type CloseTicketResult =
  | Success<200, TicketRecord>
  | Failure<RouteErrorCode<'closeTicket'> | ClientErrorCode>;

/** The input of `listClosingCodes`. */
export type ListClosingCodesInput = {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
};

/** The result of `listClosingCodes`. Check `ok` first. */
export type ListClosingCodesResult =
  | Success<200, ClosingCodeList>
  | Failure<RouteErrorCode<'listClosingCodes'> | ClientErrorCode>;

/** The input of `setClosingCode`. */
export type SetClosingCodeInput = ClosingCodeParam & {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
  /**
   * The ETag of the version to change, or several, separated by commas. If the resource has none of them any
   * more, the desk responds with 412. `*` or left out: changes any version. `W/` before an ETag is ignored,
   * because proxies that compress add it. Sent as the header `If-Match`.
   * @example '"6e8bc430-9c3a-41d9-9669-0800200c9a66"'
   */
  readonly ifMatch?: string | undefined;
};

/** The result of `setClosingCode`. Check `ok` first. */
export type SetClosingCodeResult =
  | Success<200, TicketRecord>
  | Failure<RouteErrorCode<'setClosingCode'> | ClientErrorCode>;

/** The input of `setTicketStatus`. */
export type SetTicketStatusInput = UpdateTicketStatusParam & {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
  /**
   * The ETag of the version to change, or several, separated by commas. If the resource has none of them any
   * more, the desk responds with 412. `*` or left out: changes any version. `W/` before an ETag is ignored,
   * because proxies that compress add it. Sent as the header `If-Match`.
   * @example '"6e8bc430-9c3a-41d9-9669-0800200c9a66"'
   */
  readonly ifMatch?: string | undefined;
};

/** The result of `setTicketStatus`. Check `ok` first. */
export type SetTicketStatusResult =
  | Success<200, TicketRecord>
  | Failure<RouteErrorCode<'setTicketStatus'> | ClientErrorCode>;

/** The input of `declineTicket`. */
export type DeclineTicketInput = NoteParam & {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
  /**
   * The id or email of the agent to act for. A service must send it. An agent can leave it out, or send its
   * own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @example 'agent@foodpanda.com'
   */
  readonly agentID?: string | undefined;
};

/** The result of `declineTicket`. Check `ok` first. */
export type DeclineTicketResult =
  | Success<204, undefined>
  | Failure<RouteErrorCode<'declineTicket'> | ClientErrorCode>;

/** The input of `transferTicket`. */
export type TransferTicketInput = TransferTicketParam & {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
  /**
   * The ETag of the version to change, or several, separated by commas. If the resource has none of them any
   * more, the desk responds with 412. `*` or left out: changes any version. `W/` before an ETag is ignored,
   * because proxies that compress add it. Sent as the header `If-Match`.
   * @example '"6e8bc430-9c3a-41d9-9669-0800200c9a66"'
   */
  readonly ifMatch?: string | undefined;
};

/** The result of `transferTicket`. Check `ok` first. */
export type TransferTicketResult =
  | Success<200, TicketRecord>
  | Failure<RouteErrorCode<'transferTicket'> | ClientErrorCode>;

/** The input of `escalateTicket`. */
export type EscalateTicketInput = NoteParam & {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
  /**
   * The ETag of the version to change, or several, separated by commas. If the resource has none of them any
   * more, the desk responds with 412. `*` or left out: changes any version. `W/` before an ETag is ignored,
   * because proxies that compress add it. Sent as the header `If-Match`.
   * @example '"6e8bc430-9c3a-41d9-9669-0800200c9a66"'
   */
  readonly ifMatch?: string | undefined;
};

/** The result of `escalateTicket`. Check `ok` first. */
export type EscalateTicketResult =
  | Success<200, TicketRecord>
  | Failure<RouteErrorCode<'escalateTicket'> | ClientErrorCode>;

/** The input of `requeueTicket`. */
export type RequeueTicketInput = NoteParam & {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
  /**
   * The ETag of the version to change, or several, separated by commas. If the resource has none of them any
   * more, the desk responds with 412. `*` or left out: changes any version. `W/` before an ETag is ignored,
   * because proxies that compress add it. Sent as the header `If-Match`.
   * @example '"6e8bc430-9c3a-41d9-9669-0800200c9a66"'
   */
  readonly ifMatch?: string | undefined;
};

/** The result of `requeueTicket`. Check `ok` first. */
export type RequeueTicketResult =
  | Success<200, TicketRecord>
  | Failure<RouteErrorCode<'requeueTicket'> | ClientErrorCode>;

/** The input of `extendTicket`. */
export type ExtendTicketInput = {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
  /**
   * The ETag of the version to change, or several, separated by commas. If the resource has none of them any
   * more, the desk responds with 412. `*` or left out: changes any version. `W/` before an ETag is ignored,
   * because proxies that compress add it. Sent as the header `If-Match`.
   * @example '"6e8bc430-9c3a-41d9-9669-0800200c9a66"'
   */
  readonly ifMatch?: string | undefined;
};

/** The result of `extendTicket`. Check `ok` first. */
export type ExtendTicketResult =
  | Success<200, TicketRecord>
  | Failure<RouteErrorCode<'extendTicket'> | ClientErrorCode>;

/** The input of `getTicketHistory`. */
export type GetTicketHistoryInput = {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
  /** Only entries with a higher `seq`. */
  readonly after?: number | undefined;
};

/** The result of `getTicketHistory`. Check `ok` first. */
export type GetTicketHistoryResult =
  | Success<200, History>
  | Failure<RouteErrorCode<'getTicketHistory'> | ClientErrorCode>;

/** The input of `listTags`. */
export type ListTagsInput = Record<string, never>;

/** The result of `listTags`. Check `ok` first. */
export type ListTagsResult = Success<200, TagList> | Failure<RouteErrorCode<'listTags'> | ClientErrorCode>;

/** The input of `changeTags`. */
export type ChangeTagsInput = ChangeTagsParam & {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
  /**
   * The ETag of the version to change, or several, separated by commas. If the resource has none of them any
   * more, the desk responds with 412. `*` or left out: changes any version. `W/` before an ETag is ignored,
   * because proxies that compress add it. Sent as the header `If-Match`.
   * @example '"6e8bc430-9c3a-41d9-9669-0800200c9a66"'
   */
  readonly ifMatch?: string | undefined;
};

/** The result of `changeTags`. Check `ok` first. */
export type ChangeTagsResult =
  | Success<200, TicketRecord>
  | Failure<RouteErrorCode<'changeTags'> | ClientErrorCode>;

/** The input of `listFields`. */
export type ListFieldsInput = Record<string, never>;

/** The result of `listFields`. Check `ok` first. */
export type ListFieldsResult =
  | Success<200, FieldList>
  | Failure<RouteErrorCode<'listFields'> | ClientErrorCode>;

/** The input of `changeFields`. */
export type ChangeFieldsInput = ChangeFieldsParam & {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
  /**
   * The ETag of the version to change, or several, separated by commas. If the resource has none of them any
   * more, the desk responds with 412. `*` or left out: changes any version. `W/` before an ETag is ignored,
   * because proxies that compress add it. Sent as the header `If-Match`.
   * @example '"6e8bc430-9c3a-41d9-9669-0800200c9a66"'
   */
  readonly ifMatch?: string | undefined;
};

/** The result of `changeFields`. Check `ok` first. */
export type ChangeFieldsResult =
  | Success<200, TicketRecord>
  | Failure<RouteErrorCode<'changeFields'> | ClientErrorCode>;

/** The input of `getTicketRouting`. */
export type GetTicketRoutingInput = {
  /**
   * The ticket’s id. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly ticketID: string;
};

/** The result of `getTicketRouting`. Check `ok` first. */
export type GetTicketRoutingResult =
  | Success<200, RoutingExplanation>
  | Failure<RouteErrorCode<'getTicketRouting'> | ClientErrorCode>;

/** The input of `closeRoom`. */
export type CloseRoomInput = {
  /**
   * The room’s id: `metadata.roomId` of its ticket. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly roomID: string;
  /**
   * The id or email of the agent to act for. A service must send it. An agent can leave it out, or send its
   * own. 1 to 128 characters. Sent as the header `X-Agent-ID`.
   * @example 'agent@foodpanda.com'
   */
  readonly agentID?: string | undefined;
};

/** The result of `closeRoom`. Check `ok` first. */
export type CloseRoomResult = Success<200, Ticket> | Failure<RouteErrorCode<'closeRoom'> | ClientErrorCode>;

/** The input of `getRoom`. */
export type GetRoomInput = {
  /**
   * The room’s id: `metadata.roomId` of its ticket. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly roomID: string;
};

/** The result of `getRoom`. Check `ok` first. */
export type GetRoomResult = Success<200, Room> | Failure<RouteErrorCode<'getRoom'> | ClientErrorCode>;

/** The input of `sendMessage`. */
export type SendMessageInput = SendMessageParam & {
  /**
   * The room’s id: `metadata.roomId` of its ticket. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly roomID: string;
};

/** The result of `sendMessage`. Check `ok` first. */
export type SendMessageResult =
  | Success<200, Message>
  | Success<201, Message>
  | Failure<RouteErrorCode<'sendMessage'> | ClientErrorCode>;

/** The input of `listMessages`. */
export type ListMessagesInput = {
  /**
   * The room’s id: `metadata.roomId` of its ticket. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly roomID: string;
  /** Only messages with a higher `seq`. */
  readonly after?: number | undefined;
  /** Only messages with a lower `seq`. */
  readonly before?: number | undefined;
  /** The maximum length of the page. Default: 50. 1 to 200. */
  readonly limit?: number | undefined;
};

/** The result of `listMessages`. Check `ok` first. */
export type ListMessagesResult =
  | Success<200, MessagePage>
  | Failure<RouteErrorCode<'listMessages'> | ClientErrorCode>;

/** The input of `setReadPosition`. */
export type SetReadPositionInput = ReadParam & {
  /**
   * The room’s id: `metadata.roomId` of its ticket. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly roomID: string;
};

/** The result of `setReadPosition`. Check `ok` first. */
export type SetReadPositionResult =
  | Success<200, Room>
  | Failure<RouteErrorCode<'setReadPosition'> | ClientErrorCode>;

/** The input of `searchMessages`. */
export type SearchMessagesInput = {
  /**
   * The words to search for. Words between double quotes are a phrase: they must follow each other. A word or
   * phrase with `*` at its end, and the last word without quotes, may be the beginning of a word. Nothing
   * else is an operator. Required. Up to 256 characters.
   * @example 'late order'
   */
  readonly q?: string | undefined;
  /** The maximum length of the page. Default: 50. 1 to 100. */
  readonly limit?: number | undefined;
  /**
   * Where the page starts: the `nextCursor` of the page before. Left out: the first page. Up to 512
   * characters.
   * @example 'WzQ3MTFd'
   */
  readonly cursor?: string | undefined;
};

/** The result of `searchMessages`. Check `ok` first. */
export type SearchMessagesResult =
  | Success<200, MessageSearch>
  | Failure<RouteErrorCode<'searchMessages'> | ClientErrorCode>;

/** The input of `getQueuePlace`. */
export type GetQueuePlaceInput = {
  /**
   * The room’s id: `metadata.roomId` of its ticket. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly roomID: string;
};

/** The result of `getQueuePlace`. Check `ok` first. */
export type GetQueuePlaceResult =
  | Success<200, QueuePlace>
  | Failure<RouteErrorCode<'getQueuePlace'> | ClientErrorCode>;

/** The input of `createRoomToken`. */
export type CreateRoomTokenInput = {
  /**
   * The room’s id: `metadata.roomId` of its ticket. 1 to 128 characters.
   * @example '888bd869-9398-40de-9c61-3238d6208cf5'
   */
  readonly roomID: string;
};

/** The result of `createRoomToken`. Check `ok` first. */
export type CreateRoomTokenResult =
  | Success<200, RoomToken>
  | Failure<RouteErrorCode<'createRoomToken'> | ClientErrorCode>;

/** The input of `revokeTokens`. */
export type RevokeTokensInput = RevokeTokensParam;

/** The result of `revokeTokens`. Check `ok` first. */
export type RevokeTokensResult =
  | Success<200, RevokedTokens>
  | Failure<RouteErrorCode<'revokeTokens'> | ClientErrorCode>;

/** The input of `getBoard`. */
export type GetBoardInput = Record<string, never>;

/** The result of `getBoard`. Check `ok` first. */
export type GetBoardResult = Success<200, Board> | Failure<RouteErrorCode<'getBoard'> | ClientErrorCode>;

/** The input of `getTicketReport`. */
export type GetTicketReportInput = {
  /**
   * From when, as a date (its first instant) or a date and time. Without an offset it is local in `timeZone`.
   * Default: one day before `to`. Up to 32 characters.
   * @example '2026-11-01'
   */
  readonly from?: string | undefined;
  /**
   * Until when, exclusive, in the same form. Default: now. Up to 32 characters.
   * @example '2026-11-08T09:00'
   */
  readonly to?: string | undefined;
  /**
   * The time zone of local times, by its name in the IANA database. Default: UTC. Up to 64 characters.
   * @example 'Europe/Berlin'
   */
  readonly timeZone?: string | undefined;
  /**
   * What the tickets of a group have in common. Left out: one total.
   * @example 'queue'
   */
  readonly groupBy?: 'queue' | 'agent' | 'ccr' | 'language' | 'entity' | 'hour' | 'day' | undefined;
  /**
   * Only this queue. Empty: only without one. Up to 256 characters.
   * @example 'default'
   */
  readonly queueId?: string | undefined;
  /**
   * Only this agent. Empty: only without one. Up to 256 characters.
   * @example 'ann'
   */
  readonly agentId?: string | undefined;
  /**
   * Only this contact reason, as the ticket has it. Empty: only without one. Up to 256 characters.
   * @example 'delivery - wrong address'
   */
  readonly ccr?: string | undefined;
  /**
   * Only this language. Empty: only without one. Up to 256 characters.
   * @example 'tha'
   */
  readonly language?: string | undefined;
  /**
   * Only this entity. Empty: only without one. Up to 256 characters.
   * @example 'FP_TH'
   */
  readonly entityId?: string | undefined;
};

/** The result of `getTicketReport`. Check `ok` first. */
export type GetTicketReportResult =
  | Success<200, TicketReport>
  | Failure<RouteErrorCode<'getTicketReport'> | ClientErrorCode>;

/** The input of `listTicketReportRows`. */
export type ListTicketReportRowsInput = {
  /**
   * From when, as a date (its first instant) or a date and time. Without an offset it is local in `timeZone`.
   * Default: one day before `to`. Up to 32 characters.
   * @example '2026-11-01'
   */
  readonly from?: string | undefined;
  /**
   * Until when, exclusive, in the same form. Default: now. Up to 32 characters.
   * @example '2026-11-08T09:00'
   */
  readonly to?: string | undefined;
  /**
   * The time zone of local times, by its name in the IANA database. Default: UTC. Up to 64 characters.
   * @example 'Europe/Berlin'
   */
  readonly timeZone?: string | undefined;
  /**
   * The figure whose rows are listed. Default: created.
   * @example 'waited'
   */
  readonly figure?:
    | 'created'
    | 'answered'
    | 'answeredInGoal'
    | 'replied'
    | 'offered'
    | 'taken'
    | 'missed'
    | 'declined'
    | 'transferred'
    | 'handled'
    | 'wrappedUp'
    | 'closed'
    | 'waited'
    | undefined;
  /**
   * Only waits with this cause. Other figures have no row with one.
   * @example 'all_full'
   */
  readonly cause?:
    | 'missed'
    | 'declined'
    | 'queue_closed'
    | 'nobody_with_skills'
    | 'all_full'
    | 'other'
    | undefined;
  /**
   * Only this queue. Empty: only without one. Up to 256 characters.
   * @example 'default'
   */
  readonly queueId?: string | undefined;
  /**
   * Only this agent. Empty: only without one. Up to 256 characters.
   * @example 'ann'
   */
  readonly agentId?: string | undefined;
  /**
   * Only this contact reason, as the ticket has it. Empty: only without one. Up to 256 characters.
   * @example 'delivery - wrong address'
   */
  readonly ccr?: string | undefined;
  /**
   * Only this language. Empty: only without one. Up to 256 characters.
   * @example 'tha'
   */
  readonly language?: string | undefined;
  /**
   * Only this entity. Empty: only without one. Up to 256 characters.
   * @example 'FP_TH'
   */
  readonly entityId?: string | undefined;
  /** The maximum length of the page. Default: 50. 1 to 100. */
  readonly limit?: number | undefined;
  /**
   * Where the page starts: the `nextCursor` of the page before. Left out: the first page. Up to 512
   * characters.
   * @example 'WzE1NzI0OTk5OTkxMjMsNDcxMV0'
   */
  readonly cursor?: string | undefined;
};

/** The result of `listTicketReportRows`. Check `ok` first. */
export type ListTicketReportRowsResult =
  | Success<200, TicketReportPage>
  | Failure<RouteErrorCode<'listTicketReportRows'> | ClientErrorCode>;

/** The input of `getAgentReport`. */
export type GetAgentReportInput = {
  /**
   * From when, as a date (its first instant) or a date and time. Without an offset it is local in `timeZone`.
   * Default: one day before `to`. Up to 32 characters.
   * @example '2026-11-01'
   */
  readonly from?: string | undefined;
  /**
   * Until when, exclusive, in the same form. Default: now. Up to 32 characters.
   * @example '2026-11-08T09:00'
   */
  readonly to?: string | undefined;
  /**
   * The time zone of local times, by its name in the IANA database. Default: UTC. Up to 64 characters.
   * @example 'Europe/Berlin'
   */
  readonly timeZone?: string | undefined;
  /**
   * What a group has in common. Left out: one total.
   * @example 'agent'
   */
  readonly groupBy?: 'agent' | 'hour' | 'day' | undefined;
  /**
   * Only this agent. Empty: only without one. Up to 256 characters.
   * @example 'ann'
   */
  readonly agentId?: string | undefined;
};

/** The result of `getAgentReport`. Check `ok` first. */
export type GetAgentReportResult =
  | Success<200, AgentReport>
  | Failure<RouteErrorCode<'getAgentReport'> | ClientErrorCode>;

/** The input of `listAgentReportRows`. */
export type ListAgentReportRowsInput = {
  /**
   * From when, as a date (its first instant) or a date and time. Without an offset it is local in `timeZone`.
   * Default: one day before `to`. Up to 32 characters.
   * @example '2026-11-01'
   */
  readonly from?: string | undefined;
  /**
   * Until when, exclusive, in the same form. Default: now. Up to 32 characters.
   * @example '2026-11-08T09:00'
   */
  readonly to?: string | undefined;
  /**
   * The time zone of local times, by its name in the IANA database. Default: UTC. Up to 64 characters.
   * @example 'Europe/Berlin'
   */
  readonly timeZone?: string | undefined;
  /**
   * Only this agent. Empty: only without one. Up to 256 characters.
   * @example 'ann'
   */
  readonly agentId?: string | undefined;
  /** The maximum length of the page. Default: 50. 1 to 100. */
  readonly limit?: number | undefined;
  /**
   * Where the page starts: the `nextCursor` of the page before. Left out: the first page. Up to 512
   * characters.
   * @example 'WyJhbm4iLDE1NzI0OTk5OTkxMjMsNDcxMV0'
   */
  readonly cursor?: string | undefined;
};

/** The result of `listAgentReportRows`. Check `ok` first. */
export type ListAgentReportRowsResult =
  | Success<200, AgentReportPage>
  | Failure<RouteErrorCode<'listAgentReportRows'> | ClientErrorCode>;

/** The input of `getSettings`. */
export type GetSettingsInput = {
  /** The version to return. Left out: the present one. */
  readonly version?: number | undefined;
};

/** The result of `getSettings`. Check `ok` first. */
export type GetSettingsResult =
  | Success<200, SettingsDocument>
  | Failure<RouteErrorCode<'getSettings'> | ClientErrorCode>;

/** The input of `listSettingsVersions`. */
export type ListSettingsVersionsInput = {
  /** Only versions before this one. Left out: from the present one. */
  readonly before?: number | undefined;
  /** The maximum length of the page. Default: 50. 1 to 100. */
  readonly limit?: number | undefined;
};

/** The result of `listSettingsVersions`. Check `ok` first. */
export type ListSettingsVersionsResult =
  | Success<200, SettingsVersionPage>
  | Failure<RouteErrorCode<'listSettingsVersions'> | ClientErrorCode>;

/** The input of `putSettings`. */
export type PutSettingsInput = SettingsInput & {
  /**
   * The ETag of the version to change, or several, separated by commas. If the resource has none of them any
   * more, the desk responds with 412. `*` or left out: changes any version. `W/` before an ETag is ignored,
   * because proxies that compress add it. Sent as the header `If-Match`.
   * @example '"6e8bc430-9c3a-41d9-9669-0800200c9a66"'
   */
  readonly ifMatch?: string | undefined;
};

/** The result of `putSettings`. Check `ok` first. */
export type PutSettingsResult =
  | Success<200, SettingsDocument>
  | Failure<RouteErrorCode<'putSettings'> | ClientErrorCode>;

/** The input of `listEvents`. */
export type ListEventsInput = {
  /** Only events with a higher `seq`. Left out: from the oldest event that is stored. */
  readonly after?: number | undefined;
  /** The maximum length of the page. Default: 100. 1 to 1000. */
  readonly limit?: number | undefined;
};

/** The result of `listEvents`. Check `ok` first. */
export type ListEventsResult =
  | Success<200, EventPage>
  | Failure<RouteErrorCode<'listEvents'> | ClientErrorCode>;

/** The input of `getHealth`. */
export type GetHealthInput = Record<string, never>;

/** The result of `getHealth`. Check `ok` first. */
export type GetHealthResult = Success<200, Health> | Failure<RouteErrorCode<'getHealth'> | ClientErrorCode>;

/** The input of `getReadiness`. */
export type GetReadinessInput = Record<string, never>;

/** The result of `getReadiness`. Check `ok` first. */
export type GetReadinessResult =
  | Success<200, Readiness>
  | Failure<RouteErrorCode<'getReadiness'> | ClientErrorCode>;
