import { type Operation, operations } from './operations.ts';
import { fillStore, type Size, type Store } from './store.ts';

/** The smallest desk comes first. Each of the others has more agents, waiting tickets or closed tickets. */
export const sizes: readonly Size[] = [
  { agents: 10, waiting: 0, closed: 1_000 },
  { agents: 100, waiting: 0, closed: 1_000 },
  { agents: 1_000, waiting: 0, closed: 1_000 },
  { agents: 10, waiting: 1_000, closed: 1_000 },
  { agents: 10, waiting: 100_000, closed: 1_000 },
  { agents: 10, waiting: 0, closed: 1_000_000 },
];

export type ScalePlan = { rounds: number; perRound: number; shrinkBy: number };
/** The median of each round in ms, for one operation on a desk of one size. */
export type ScaleResult = { operation: string; size: Size; medians: number[] };

/** Times every operation on desks of every size, interleaved, so that a slow phase of the machine affects all of them. */
export async function runScale(plan: ScalePlan, progress: (line: string) => void): Promise<ScaleResult[]> {
  const results: ScaleResult[] = [];
  for (const operation of operations) {
    const stores: Store[] = [];
    try {
      for (const size of sizes) {
        stores.push(await fillStore(shrink(size, plan.shrinkBy), operation.kind, Date.now()));
        progress(`${operation.name}: filled ${JSON.stringify(size)}`);
      }
      results.push(...(await timeAll(operation, stores, plan)));
    } finally {
      for (const store of stores) store.close();
    }
  }
  return results;
}

async function timeAll(
  operation: Operation,
  stores: readonly Store[],
  plan: ScalePlan,
): Promise<ScaleResult[]> {
  const results = stores.map((_, i): ScaleResult => ({
    operation: operation.name,
    size: sizes[i]!,
    medians: [],
  }));
  // The first round fills caches and is not counted.
  for (let round = 0; round <= plan.rounds; round++) {
    const times = stores.map((): number[] => []);
    for (let n = 0; n < Math.min(plan.perRound, operation.perRound ?? Infinity); n++)
      for (const [i, store] of stores.entries()) times[i]!.push(await operation.time(store));
    if (round > 0)
      for (const [i, own] of times.entries())
        results[i]!.medians.push(own.toSorted((a, b) => a - b)[own.length >> 1]!);
  }
  return results;
}

const shrink = ({ agents, waiting, closed }: Size, by: number): Size => ({
  agents: Math.max(4, Math.ceil(agents / by)),
  waiting: Math.ceil(waiting / by),
  closed: Math.ceil(closed / by),
});
