// Generated from ticket-report.ts. To change it, change the schemas and run `pnpm --filter @chat-ticket/codegen generate`.

/** How long something took. Percentiles are by the nearest rank. */
export type Durations = {
  /** The mean, in ms. */
  meanMs: number;
  /** The median, in ms: a whole second, rounded down. */
  p50Ms: number;
  /** What 95% do not exceed, in ms: a whole second, rounded down. */
  p95Ms: number;
};

/**
 * What happened to tickets. Each figure counts what happened in the range. Durations are left out if nothing
 * was counted.
 */
export type TicketFigures = {
  /** How many tickets were created. */
  created: number;
  /** How many tickets got their first agent. */
  answered: number;
  /** How many of these got it within the service goal that their queue had then. */
  answeredInGoal: number;
  /** The share of `answeredInGoal` in `answered`, in percent with one decimal. */
  serviceLevelPercent?: number | undefined;
  /** From the intake until the first agent, of the tickets in `answered`. */
  wait?: Durations | undefined;
  /** How many tickets got the first message of an agent. */
  replied: number;
  /** From the intake until the first message of an agent, of the tickets in `replied`. */
  firstReply?: Durations | undefined;
  /** How many offers ended. */
  offered: number;
  /** How many of these offers were picked. */
  taken: number;
  /** How many of these offers were not picked in time. */
  missed: number;
  /** How many of these offers were declined. */
  declined: number;
  /** How often a person gave a ticket from one agent to another, or to another queue. */
  transferred: number;
  /** How many times an agent ended a chat or lost a picked ticket. */
  handled: number;
  /** From the pick until that, without gaps. */
  handling?: Durations | undefined;
  /** How many wrap-ups ended. */
  wrappedUp: number;
  /** The length of these wrap-ups, without gaps. */
  wrapUp?: Durations | undefined;
  /** How many tickets were closed. */
  closed: number;
  /** How many waits ended. A ticket waits again when it loses its agent. */
  waited: number;
  /** Why these tickets waited, as of the beginning of each wait. Causes that did not occur are left out. */
  waitCauses: {
    /**
     * The cause. `missed` and `declined`: the offer before. `nobody_with_skills`: nobody on duty had the
     * skills. `all_full`: all who had them had no free capacity.
     * @example 'all_full'
     */
    cause: 'missed' | 'declined' | 'queue_closed' | 'nobody_with_skills' | 'all_full' | 'other';
    /** How many waits had it. */
    count: number;
  }[];
};

/** A report of tickets. */
export type TicketReport = {
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
  /** What the tickets of a group have in common. Left out: there are no groups. */
  groupBy?: 'queue' | 'agent' | 'ccr' | 'language' | 'entity' | 'hour' | 'day' | undefined;
  /** The figures of all groups together. */
  total: TicketFigures;
  /** The groups in which something happened: hours and days in order, others by key. */
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
    /**
     * What happened to tickets. Each figure counts what happened in the range. Durations are left out if
     * nothing was counted.
     */
    figures: TicketFigures;
  }[];
  /** Whether groups are left out: a report has the 500 groups in which most happened. */
  hasMoreGroups: boolean;
};

/** A page of the rows behind a figure. */
export type TicketReportPage = {
  /** The rows, oldest first. */
  rows: TicketReportRow[];
  /**
   * The `cursor` of the next page. Left out on the last page.
   * @example 'WyJhbm4gbGltIiwiYW5uIl0'
   */
  nextCursor?: string | undefined;
};

/** One thing that a figure counts. */
export type TicketReportRow = {
  /**
   * The id of the row. It is unique among the rows of a figure.
   * @example '4711'
   */
  id: string;
  /**
   * The id of the ticket. 1 to 128 characters.
   * @example 'f4b8f8e5-365a-4ed1-a122-0f4ba1afef44'
   */
  ticketId: string;
  /**
   * The id of the queue.
   * @example 'default'
   */
  queueId: string;
  /**
   * The id of the agent. Left out: none. 1 to 128 characters.
   * @example 'ann'
   */
  agentId?: string | undefined;
  /** When it happened, in ms since 1970. */
  timestampMs: number;
  /** How long it took, in ms. Left out if it has no length. */
  durationMs?: number | undefined;
  /** Why the ticket waited. */
  cause?: 'missed' | 'declined' | 'queue_closed' | 'nobody_with_skills' | 'all_full' | 'other' | undefined;
  /**
   * What ended the wait, offer, chat or wrap-up, such as `assigned`, `picked` or `closed`.
   * @example 'picked'
   */
  endedBy?: string | undefined;
};
