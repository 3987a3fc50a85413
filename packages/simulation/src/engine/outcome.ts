/** How a ticket ended. */
export const disposition = {
  /** It still waited when nothing more could happen. */
  unserved: 0,
  /** An agent picked it. */
  answered: 1,
  /** The customer gave up before an agent was assigned. */
  abandoned: 2,
  /** Its queue was closed and refuses tickets then. */
  refused: 3,
} as const;

/** The result of one run of a day. Entry i of each list of tickets is ticket i of the day. */
export type Outcome = {
  /** Values of {@link disposition}. */
  readonly dispositionOf: Uint8Array;
  /** Of an answered ticket: from arrival to the assignment that was picked. Of an abandoned one: until it left. */
  readonly waitMs: Float64Array;
  /** The index of the agent who answered, or -1. */
  readonly agentOf: Int32Array;
  /** The index of the ticket’s queue in the settings. */
  readonly queueOf: Int32Array;
  /** In the order of the desk plan. */
  readonly agents: readonly AgentOutcome[];
};

/** Counted from the warm-up to the end of the day, while the agent was routable. */
export type AgentOutcome = {
  readonly misses: number;
  /** The integral of the load over time: tickets × ms. */
  readonly loadMs: number;
  /** The integral of the capacity over time: tickets × ms. */
  readonly capacityMs: number;
};
