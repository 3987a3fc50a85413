import type { Day } from '../day/day.ts';
import { disposition, type Outcome } from '../engine/outcome.ts';

/** Named figures of one run. NaN: there was nothing to measure. */
export type Figures = Readonly<Record<string, number>>;

export type DayFigures = {
  readonly total: Figures;
  /** In the order of the settings. */
  readonly queues: readonly Figures[];
  /** In the order of the desk plan. */
  readonly agents: readonly Figures[];
};

export type MeasureOptions = {
  /** Tickets that arrive earlier are not counted. Ms since the start of the day. */
  readonly warmUpMs: number;
  /** For each threshold, the figures have the share of waits that are longer. */
  readonly thresholdsSeconds: readonly number[];
  /** The service goal of each queue, in the order of the settings. */
  readonly goalSeconds: readonly number[];
};

/** The figures of all tickets that arrive after the warm-up. Only answered tickets have a wait. */
export function measureDay(day: Day, outcome: Outcome, options: MeasureOptions): DayFigures {
  const from = day.startsAt + options.warmUpMs;
  const counted = [...day.arrivesAt.keys()].filter((ticket) => day.arrivesAt[ticket]! >= from);
  const byQueue = options.goalSeconds.map((): number[] => []);
  const answeredBy = new Float64Array(outcome.agents.length);
  for (const ticket of counted) {
    byQueue[outcome.queueOf[ticket]!]!.push(ticket);
    const agent = outcome.agentOf[ticket]!;
    if (agent >= 0) answeredBy[agent]!++;
  }
  return {
    total: {
      ...ticketFigures(counted, outcome, options),
      occupancy: sumOf(outcome.agents, 'loadMs') / sumOf(outcome.agents, 'capacityMs'),
    },
    queues: byQueue.map((tickets) => ticketFigures(tickets, outcome, options)),
    agents: outcome.agents.map(({ misses, loadMs, capacityMs }, i) => ({
      answered: answeredBy[i]!,
      misses,
      occupancy: loadMs / capacityMs,
    })),
  };
}

function ticketFigures(tickets: readonly number[], outcome: Outcome, options: MeasureOptions): Figures {
  const { dispositionOf, waitMs, queueOf } = outcome;
  const counts = [0, 0, 0, 0];
  let withinGoal = 0;
  for (const ticket of tickets) {
    counts[dispositionOf[ticket]!]!++;
    const goalMs = options.goalSeconds[queueOf[ticket]!]! * 1000;
    if (dispositionOf[ticket] === disposition.answered && waitMs[ticket]! <= goalMs) withinGoal++;
  }
  const accepted = tickets.length - counts[disposition.refused]!;
  const waits = Float64Array.from(
    tickets.filter((ticket) => dispositionOf[ticket] === disposition.answered),
    (ticket) => waitMs[ticket]! / 1000,
  ).toSorted();
  return {
    tickets: tickets.length,
    refused: counts[disposition.refused]!,
    answered: counts[disposition.answered]!,
    abandoned: counts[disposition.abandoned]!,
    unserved: counts[disposition.unserved]!,
    abandonment: counts[disposition.abandoned]! / accepted,
    serviceLevel: withinGoal / accepted,
    ...waitFigures(waits, options.thresholdsSeconds),
  };
}

/** `waits` in seconds, in ascending order. */
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
