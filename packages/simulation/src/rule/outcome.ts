/** What became of a ticket. */
export const fate = { unserved: 0, answered: 1, abandoned: 2, refused: 3 } as const;

/** What one run of a day came to. Entry i of each list is ticket i. */
export type Outcome = {
  readonly fateOf: Uint8Array;
  /** Of an answered ticket from arrival to the assignment that was picked; of an abandoned one until it left. */
  readonly waitMs: Float64Array;
  /** The agent who answered; -1: none. */
  readonly agentOf: Int32Array;
  /** By the order of the settings. */
  readonly queueOf: Int32Array;
  readonly agents: readonly AgentOutcome[];
};

/** Counted from the warm-up to the end of the day, while the agent was routable. */
export type AgentOutcome = {
  readonly misses: number;
  /** Tickets times ms. */
  readonly loadMs: number;
  /** Capacity times ms. */
  readonly roomMs: number;
};
