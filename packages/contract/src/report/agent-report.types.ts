// Generated from agent-report.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** How agents spent their time. Gaps, in which the desk did not serve, are left out. */
export type AgentFigures = {
  /** The statuses that agents had, by id. */
  statuses: {
    /**
     * The status.
     * @example 'online'
     */
    status: string;
    /** How long agents had it, in ms. */
    durationMs: number;
  }[];
  /** How long agents had tickets and were not offline, in ms. */
  busyMs: number;
  /** How long agents had no ticket and were routable, in ms. */
  freeMs: number;
  /** The share of `busyMs` in `busyMs` and `freeMs`, in percent with one decimal. Left out if both are 0. */
  occupancyPercent?: number | undefined;
};

/** A report of agents. */
export type AgentReport = {
  /**
   * From when, in UTC. `from` accepts it.
   * @example '2026-10-31T23:00:00.000Z'
   */
  from: string;
  /**
   * Until when, exclusive, in UTC. `to` accepts it.
   * @example '2026-11-08T08:00:00.000Z'
   */
  to: string;
  /**
   * The time zone of local times.
   * @example 'Europe/Berlin'
   */
  timeZone: string;
  /** What a group has in common. Left out: there are no groups. */
  groupBy?: 'agent' | 'hour' | 'day' | undefined;
  /** The figures of all groups together. */
  total: AgentFigures;
  /** The groups, in order of time or by the id of the agent. */
  groups: {
    /**
     * What the group has in common: an id or a value, empty if the tickets have none. For `day` the local date,
     * for `hour` the local time at which the hour starts, with its offset.
     * @example 'default'
     */
    key: string;
    /**
     * When the hour or day starts, in UTC. Left out for other groups.
     * @example '2026-10-31T23:00:00.000Z'
     */
    from?: string | undefined;
    /**
     * When the hour or day ends, in UTC. Left out for other groups.
     * @example '2026-11-01T23:00:00.000Z'
     */
    to?: string | undefined;
    /** How agents spent their time. Gaps, in which the desk did not serve, are left out. */
    figures: AgentFigures;
  }[];
  /** Whether groups are left out: a report has 500 at most. */
  hasMoreGroups: boolean;
};

/** A page of the rows behind a report of agents. */
export type AgentReportPage = {
  /** The rows, by agent and time. */
  rows: AgentReportRow[];
  /**
   * The `cursor` of the next page. Left out on the last page.
   * @example 'WyJhbm4gbGltIiwiYW5uIl0'
   */
  nextCursor?: string | undefined;
};

/** A time in which an agent had a status, and had tickets or had none. */
export type AgentReportRow = {
  /**
   * The id of the row.
   * @example '4711'
   */
  id: string;
  /**
   * The id of the agent. 1 to 128 characters.
   * @example 'ann'
   */
  agentId: string;
  /**
   * The status.
   * @example 'online'
   */
  status: string;
  /** Whether agents in it could receive tickets. */
  isRoutable: boolean;
  /** Whether the agent had tickets. */
  hasTickets: boolean;
  /** When it began, in ms since 1970. */
  startTimestampMs: number;
  /** When it ended, in ms since 1970. Left out: it lasts. */
  endTimestampMs?: number | undefined;
  /** How much of it is in the range, without gaps, in ms. Left out while it lasts. */
  durationMs?: number | undefined;
};
