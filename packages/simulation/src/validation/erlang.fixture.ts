/** Tickets come at a constant rate to so many agents with one queue; `load` is offered work by agents. */
export type Shop = { readonly agents: number; readonly load: number; readonly handlingSeconds: number };

/** The share that a desk without a queue would turn away, by the usual recursion over the agents. */
function erlangB(agents: number, offered: number): number {
  let blocked = 1;
  for (let n = 1; n <= agents; n++) blocked = (offered * blocked) / (n + offered * blocked);
  return blocked;
}

/** M/M/c: exponential handling times, nobody leaves. */
export function erlangC({ agents, load, handlingSeconds }: Shop) {
  const blocked = erlangB(agents, agents * load);
  const waits = blocked / (1 - load * (1 - blocked));
  return { waits, meanWaitSeconds: (waits * handlingSeconds) / (agents * (1 - load)) };
}

/** M/M/c+M: each customer leaves after an exponential patience. The wait is that of all, till served or gone. */
export function erlangA({ agents, load, handlingSeconds }: Shop, patienceSeconds: number) {
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

/** For each number of tickets in the shop how likely it is not exceeded, as whoever comes finds it. */
export function presentLaw({ agents, load, handlingSeconds }: Shop, patienceSeconds = Infinity): number[] {
  const arrivalRate = (agents * load) / handlingSeconds;
  const sums = [1];
  for (let present = 1, term = 1; present <= agents * load || term > 1e-15 * sums.at(-1)!; present++) {
    const waiting = Math.max(0, present - agents);
    term *= arrivalRate / ((present - waiting) / handlingSeconds + waiting / patienceSeconds);
    sums.push(sums.at(-1)! + term);
  }
  return sums.map((sum) => sum / sums.at(-1)!);
}
