/** A service system with one queue: Poisson arrivals, exponential handling times, one ticket at a time for each agent. */
export type ErlangSystem = {
  readonly agents: number;
  /** The offered work divided by the number of agents. */
  readonly load: number;
  /** The mean handling time. */
  readonly handlingSeconds: number;
};

/** The share of tickets that a system without a queue would turn away, by the recursion over the agents. */
function erlangB(agents: number, offered: number): number {
  let blocked = 1;
  for (let n = 1; n <= agents; n++) blocked = (offered * blocked) / (n + offered * blocked);
  return blocked;
}

/** M/M/c: no customer gives up. */
export function erlangC({ agents, load, handlingSeconds }: ErlangSystem) {
  const blocked = erlangB(agents, agents * load);
  const waits = blocked / (1 - load * (1 - blocked));
  return { waits, meanWaitSeconds: (waits * handlingSeconds) / (agents * (1 - load)) };
}

/** M/M/c+M: each customer gives up after an exponential patience. The mean wait is over all customers, also those who give up. */
export function erlangA({ agents, load, handlingSeconds }: ErlangSystem, patienceSeconds: number) {
  const arrivalRate = (agents * load) / handlingSeconds;
  let [term, sum] = [1, 1];
  for (let waiting = 1; term > 1e-15 * sum; waiting++) {
    term *= arrivalRate / (agents / handlingSeconds + waiting / patienceSeconds);
    sum += term;
  }
  const blocked = erlangB(agents, agents * load);
  const waits = (sum * blocked) / (1 + (sum - 1) * blocked);
  const abandonment = waits * (1 / (load * sum) + 1 - 1 / load);
  return { waits, abandonment, meanWaitSeconds: abandonment * patienceSeconds };
}

/** The cumulative distribution of the number of tickets that an arriving customer finds in the system. */
export function numberInSystemCdf(
  { agents, load, handlingSeconds }: ErlangSystem,
  patienceSeconds = Infinity,
): number[] {
  const arrivalRate = (agents * load) / handlingSeconds;
  const sums = [1];
  for (let present = 1, term = 1; present <= agents * load || term > 1e-15 * sums.at(-1)!; present++) {
    const waiting = Math.max(0, present - agents);
    term *= arrivalRate / ((present - waiting) / handlingSeconds + waiting / patienceSeconds);
    sums.push(sums.at(-1)! + term);
  }
  return sums.map((sum) => sum / sums.at(-1)!);
}
