import type { Day } from '../day/day.ts';
import { fate, type Outcome } from '../rule/outcome.ts';

/** Named figures of a run. NaN: there was nothing to measure. */
export type Figures = Readonly<Record<string, number>>;

export type DayFigures = {
  readonly total: Figures;
  /** By the order of the settings. */
  readonly queues: readonly Figures[];
  /** By the order of the plan. */
  readonly agents: readonly Figures[];
};

export type Measure = {
  /** What came before is left out. Ms since the start of the day. */
  readonly warmUpMs: number;
  /** For the share of waits that are longer. */
  readonly thresholdsSeconds: readonly number[];
  /** The queues’ service goals, by the order of the settings. */
  readonly goalSeconds: readonly number[];
};

/** The figures of all tickets that came after the warm-up. Waits are those of answered tickets. */
export function measureDay(day: Day, outcome: Outcome, measure: Measure): DayFigures {
  const from = day.startsAt + measure.warmUpMs;
  const counted = [...day.arrivesAt.keys()].filter((ticket) => day.arrivesAt[ticket]! >= from);
  const byQueue = measure.goalSeconds.map((): number[] => []);
  const answeredBy = new Float64Array(outcome.agents.length);
  for (const ticket of counted) {
    byQueue[outcome.queueOf[ticket]!]!.push(ticket);
    const agent = outcome.agentOf[ticket]!;
    if (agent >= 0) answeredBy[agent]!++;
  }
  return {
    total: {
      ...ticketFigures(counted, outcome, measure),
      occupancy: sumOf(outcome.agents, 'loadMs') / sumOf(outcome.agents, 'roomMs'),
    },
    queues: byQueue.map((tickets) => ticketFigures(tickets, outcome, measure)),
    agents: outcome.agents.map(({ misses, loadMs, roomMs }, i) => ({
      answered: answeredBy[i]!,
      misses,
      occupancy: loadMs / roomMs,
    })),
  };
}

function ticketFigures(tickets: readonly number[], outcome: Outcome, measure: Measure): Figures {
  const { fateOf, waitMs, queueOf } = outcome;
  const counts = [0, 0, 0, 0];
  let withinGoal = 0;
  for (const ticket of tickets) {
    counts[fateOf[ticket]!]!++;
    const goalMs = measure.goalSeconds[queueOf[ticket]!]! * 1000;
    if (fateOf[ticket] === fate.answered && waitMs[ticket]! <= goalMs) withinGoal++;
  }
  const takenIn = tickets.length - counts[fate.refused]!;
  const waits = Float64Array.from(
    tickets.filter((ticket) => fateOf[ticket] === fate.answered),
    (ticket) => waitMs[ticket]! / 1000,
  ).toSorted();
  return {
    tickets: tickets.length,
    refused: counts[fate.refused]!,
    answered: counts[fate.answered]!,
    abandoned: counts[fate.abandoned]!,
    unserved: counts[fate.unserved]!,
    abandonment: counts[fate.abandoned]! / takenIn,
    serviceLevel: withinGoal / takenIn,
    ...waitFigures(waits, measure.thresholdsSeconds),
  };
}

/** `waits` in seconds, sorted. */
function waitFigures(waits: Float64Array, thresholdsSeconds: readonly number[]): Figures {
  const quantile = (share: number) => waits[Math.ceil(share * waits.length) - 1] ?? Number.NaN;
  return {
    meanWaitSeconds: waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
    p50WaitSeconds: quantile(0.5),
    p90WaitSeconds: quantile(0.9),
    p99WaitSeconds: quantile(0.99),
    ...Object.fromEntries(
      thresholdsSeconds.map((threshold) => [`waitOver${threshold}Seconds`, shareOver(waits, threshold)]),
    ),
  };
}

function shareOver(waits: Float64Array, threshold: number): number {
  let [low, high] = [0, waits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (waits[middle]! > threshold) high = middle;
    else low = middle + 1;
  }
  return (waits.length - low) / waits.length;
}

const sumOf = <Key extends string>(items: readonly Readonly<Record<Key, number>>[], key: Key) =>
  items.reduce((sum, item) => sum + item[key], 0);
