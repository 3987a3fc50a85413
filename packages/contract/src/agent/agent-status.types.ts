// Generated from agent-status.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** An agent’s id and status. */
export type AgentStatusInfo = {
  /**
   * The agent’s id: the `sub` claim of its token. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  id: string;
  /**
   * The agent’s status: one of those that GET /v1/statuses lists. 1 to 64 characters.
   * @example 'online'
   */
  status: string;
};

/** The statuses that an agent can have in this workspace. */
export type AgentStatusList = {
  /**
   * The ids of the statuses, in the order of the settings.
   * @example ['online', 'busy', 'break', 'away', 'offline']
   */
  data: string[];
};

/** The agent’s new status. */
export type UpdateAgentStatusParam = {
  /**
   * The agent’s status: one of those that GET /v1/statuses lists. 1 to 64 characters.
   * @example 'online'
   */
  status: string;
};
