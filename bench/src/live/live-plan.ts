/** What the live measurement runs: how many rounds, sockets and messages. */
export type LivePlan = {
  rounds: number;
  agents: number;
  /** The two numbers of sockets: those of the agents and of customers, each in a different room. */
  sockets: readonly [few: number, many: number];
  supervisors: number;
  perSecond: number;
  pushMessages: number;
  rateMessages: number;
};
