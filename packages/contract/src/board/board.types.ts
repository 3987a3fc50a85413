// Generated from board.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** The current state of all queues and agents. */
export type Board = {
  /** The server’s time of this response, in seconds since 1970. */
  currentTimestamp: number;
  /** The queues, in the order of the settings. */
  queues: BoardQueue[];
  /** The agents, by name. Agents who are offline and have no tickets are left out. */
  agents: BoardAgent[];
};

/** An agent, as the board shows it. */
export type BoardAgent = {
  /**
   * The agent’s id. 1 to 128 characters.
   * @example 'ann'
   */
  id: string;
  /**
   * The agent’s name.
   * @example 'Ann Lim'
   */
  name?: string | undefined;
  /**
   * The agent’s status.
   * @example 'online'
   */
  status: string;
  /** When the status last changed, in seconds since 1970. */
  statusTimestamp: number;
  /** Whether the agent’s connection lease is live. */
  isConnected: boolean;
  /** When the connection lease ends, in seconds since 1970. */
  leaseTimestamp?: number | undefined;
  /** How many open tickets the agent has, wrap-up included. */
  load: number;
  /** How many open tickets the agent can have at the same time. */
  capacity: number;
  /**
   * The agent’s skills.
   * @example ['language:eng']
   */
  skills: string[];
};

/** A queue, as the board shows it. */
export type BoardQueue = {
  /**
   * The queue’s id.
   * @example 'default'
   */
  id: string;
  /** Whether the queue is open now. */
  isOpen: boolean;
  /** How many tickets are waiting. */
  waiting: number;
  /** How long the oldest waiting ticket has waited, in seconds. Left out if none is waiting. */
  longestWaitSeconds?: number | undefined;
  /** How many tickets an agent has and has not picked yet. */
  offered: number;
  /** How many tickets an agent has picked. */
  active: number;
  /** How many tickets got their first agent within the last hour. */
  answered: number;
  /** How many of these got their first agent within the service goal. */
  answeredInGoal: number;
  /** The service goal of the queue. */
  goal: {
    /** Within how many seconds a ticket should have an agent. */
    seconds: number;
    /** The share of tickets that should meet the goal, in percent. */
    percent: number;
  };
};
