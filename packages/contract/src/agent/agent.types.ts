// Generated from agent.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** An agent, as supervisors and services see it. */
export type Agent = {
  /**
   * The agent’s id: the `sub` claim of its token. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  id: string;
  /**
   * The agent’s email. It is unique in the workspace; case is ignored, in every script. Up to 254 characters.
   * @example 'agent@foodpanda.com'
   */
  email?: string | undefined;
  /**
   * The agent’s name, as shown to people. 1 to 200 characters.
   * @example 'somename'
   */
  name?: string | undefined;
  /**
   * The agent’s status: one of those that GET /v1/statuses lists. 1 to 64 characters.
   * @example 'online'
   */
  status: string;
  /**
   * When the agent’s status last changed, as `YYYY-MM-DD hh:mm:ss +0000 UTC`.
   * @example '2012-12-11 08:52:31 +0000 UTC'
   */
  updatedAt: string;
  /** How many open tickets the agent can have at the same time. */
  capacity: number;
  /** How many open tickets the agent has, wrap-up included. */
  load: number;
  /**
   * The agent’s skills: tags that a queue can require. The language of `language:th` is returned as its ISO
   * 639-3 code, and the reason of `ccr:Delivery` without upper case, spaces and dashes.
   * @example ['language:eng', 'entity:FP_SG', 'ccr:delivery']
   */
  skills: string[];
  /** Whether the agent’s connection lease is live. An agent without one gets no tickets. */
  isConnected: boolean;
  /**
   * When the agent’s status last changed from `offline` to another one, no matter who set it, as
   * `YYYY-MM-DD hh:mm:ss +0000 UTC`.
   * @example '2012-12-11 08:52:31 +0000 UTC'
   */
  lastLoginTime?: string | undefined;
  /**
   * Whether the agent is archived. An archived agent is offline, gets no tickets, and its tokens are revoked.
   */
  isArchived: boolean;
};

/** The acting agent. */
export type AgentInfo = {
  /**
   * The agent’s id: the `sub` claim of its token. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  id: string;
  /**
   * The agent’s name.
   * @example 'somename'
   */
  name?: string | undefined;
  /**
   * The agent’s status: one of those that GET /v1/statuses lists. 1 to 64 characters.
   * @example 'online'
   */
  status: string;
  /**
   * The status as shown to people.
   * @example 'online'
   */
  statusAlias: string;
  /**
   * When the agent’s status last changed from `offline` to another one, no matter who set it, as
   * `YYYY-MM-DD hh:mm:ss +0000 UTC`.
   * @example '2012-12-11 08:52:31 +0000 UTC'
   */
  lastLoginTime?: string | undefined;
  /**
   * When the agent’s status last changed, as `YYYY-MM-DD hh:mm:ss +0000 UTC`.
   * @example '2012-12-11 08:52:31 +0000 UTC'
   */
  updatedAt: string;
  /** How long the agent has been in its status, in seconds. */
  agentTimeInStatus: number;
};

/** What happens to the agent’s picked chats. */
export type DrainAgentParam = {
  /**
   * What happens to the chats that the agent has picked: the agent keeps them, or they return to the queue.
   * @default 'keep'
   */
  picked?: 'keep' | 'requeue' | undefined;
};

/** An agent’s whole record. A field that is left out gets its default. */
export type PutAgentParam = {
  /**
   * The agent’s email. It is unique in the workspace; case is ignored, in every script. Up to 254 characters.
   * @example 'agent@foodpanda.com'
   */
  email: string;
  /**
   * The agent’s name, as shown to people. 1 to 200 characters.
   * @example 'somename'
   */
  name: string;
  /**
   * How many open tickets the agent can have at the same time. Default: the `capacity` of the settings. 0 to
   * 100.
   */
  capacity?: number | undefined;
  /**
   * The agent’s skills: tags that a queue can require. The language of `language:th` is returned as its ISO
   * 639-3 code, and the reason of `ccr:Delivery` without upper case, spaces and dashes.
   * @default []
   * @example ['language:eng', 'entity:FP_SG', 'ccr:delivery']
   */
  skills?: string[] | undefined;
};
