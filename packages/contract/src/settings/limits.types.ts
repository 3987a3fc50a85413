// Generated from limits.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/**
 * Limits that protect the desk from one person, room or workspace. A call above one gets 429 `rate_limited`.
 * Up to the calls of a minute can come at once. Each server counts what it receives itself.
 */
export type Limits = {
  /**
   * How many calls a person can make per minute. A person is a role and subject of tokens. The role `service`
   * is not limited by it. 60 to 1000000.
   * @default 6000
   */
  callsPerPersonPerMinute: number;
  /**
   * How many calls the people and services of the workspace can make per minute. 600 to 100000000.
   * @default 600000
   */
  callsPerWorkspacePerMinute: number;
  /**
   * How many messages a person can send per minute, over all rooms. The role `service` is not limited by it.
   * 1 to 1000000.
   * @default 600
   */
  messagesPerPersonPerMinute: number;
  /**
   * How many messages everybody can send to a room per minute. 1 to 1000000.
   * @default 1200
   */
  messagesPerRoomPerMinute: number;
  /**
   * How many live connections the workspace can have at a server. A person can have 5 of them. On Workers,
   * connections of customers do not count. 1 to 1000000.
   * @default 10000
   */
  liveConnectionsPerWorkspace: number;
};

/**
 * Limits that protect the desk from one person, room or workspace. A call above one gets 429 `rate_limited`.
 * Up to the calls of a minute can come at once. Each server counts what it receives itself. This is what a
 * caller sends: fields with a default may be left out.
 */
export type LimitsInput = {
  /**
   * How many calls a person can make per minute. A person is a role and subject of tokens. The role `service`
   * is not limited by it. 60 to 1000000.
   * @default 6000
   */
  callsPerPersonPerMinute?: number | undefined;
  /**
   * How many calls the people and services of the workspace can make per minute. 600 to 100000000.
   * @default 600000
   */
  callsPerWorkspacePerMinute?: number | undefined;
  /**
   * How many messages a person can send per minute, over all rooms. The role `service` is not limited by it.
   * 1 to 1000000.
   * @default 600
   */
  messagesPerPersonPerMinute?: number | undefined;
  /**
   * How many messages everybody can send to a room per minute. 1 to 1000000.
   * @default 1200
   */
  messagesPerRoomPerMinute?: number | undefined;
  /**
   * How many live connections the workspace can have at a server. A person can have 5 of them. On Workers,
   * connections of customers do not count. 1 to 1000000.
   * @default 10000
   */
  liveConnectionsPerWorkspace?: number | undefined;
};
