/** An agent as routing sees it. Times in ms since 1970. */
export type Candidate = {
  id: string;
  routable: boolean;
  leaseUntil: number;
  load: number;
  capacity: number;
  idleSince: number;
};

/** A waiting ticket as routing sees it. */
export type Waiting = { id: string; rank: number };

export const mayReceive = (agent: Candidate, now: number): boolean =>
  agent.routable && agent.leaseUntil > now && agent.load < agent.capacity;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The agent for the next ticket: least loaded, then longest idle, then by id. */
export function chooseAgent(agents: readonly Candidate[], now: number): Candidate | undefined {
  return agents
    .filter((agent) => mayReceive(agent, now))
    .toSorted((a, b) => a.load - b.load || a.idleSince - b.idleSince || byText(a.id, b.id))[0];
}

/** The ticket to go next: by rank, then by id. */
export function chooseTicket(waiting: readonly Waiting[]): Waiting | undefined {
  return waiting.toSorted((a, b) => a.rank - b.rank || byText(a.id, b.id))[0];
}
