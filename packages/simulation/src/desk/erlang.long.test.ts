import { expect, it } from 'vitest';
import type { Outcome } from '../engine/outcome.ts';
import { simulateDay } from '../rule/simulate-day.ts';
import {
  figuresOf,
  type SampleSize,
  type SimulatedSystem,
  simulateSystem,
  startingSteady,
  type SystemFigures,
} from '../validation/erlang-system.fixture.ts';
import { createValidationReport } from '../validation/validation-report.fixture.ts';
import { simulateOnDesk } from './desk-engine.ts';

// Proves that the desk has the waits and abandonment of queueing theory (Erlang C and Erlang A). It simulates many runs
// through the real desk for each load and number of agents, compares their confidence intervals with the formulas, and
// every ticket with the rule engine. The figures must equal the page of the docs.

// Short, because in chats of minutes the agents’ heartbeats would take longer to simulate than the chats.
const handlingSeconds = 20;
const loads = [0.5, 0.7, 0.8, 0.9, 0.95, 0.98];
const agentCounts = [1, 2, 5, 10, 50, 200];
// Each row has its own seed. With one seed for all, an unlucky draw would shift every row in the same direction.
const rows = loads.flatMap((load, row) =>
  agentCounts.map((agents, column) => [agents, load, 400 + 10 * row + column + 1] as const),
);
const timeout = 600_000;

/** Waits within a run are correlated, so many short runs say more than a few long ones. Opening the desk limits their number. */
const sizeFor = (agents: number, seed: number): SampleSize => {
  if (agents > 50) return { seed, runs: 40, ticketsPerRun: 40 };
  return agents > 10 ? { seed, runs: 60, ticketsPerRun: 40 } : { seed, runs: 50, ticketsPerRun: 20 };
};
const spreadRunCount = 2_000;

const listsOf = ({ dispositionOf, waitMs, agentOf, queueOf }: Outcome) =>
  [dispositionOf, waitMs, agentOf, queueOf].map((list) => Array.from(list));

let tickets = 0;
const startedAt = performance.now();

/**
 * Runs each day on the real desk. Every ticket must have the disposition, wait and agent that the rule engine gives it. The
 * runs for the spread are other days, by the rule engine.
 */
async function simulateRow(system: SimulatedSystem, size: SampleSize) {
  const { desk, dayOf } = startingSteady(system, size);
  const runs: SystemFigures[] = [];
  for (let run = 0; run < size.runs; run++) {
    const { day, from } = dayOf(run);
    const outcome = await simulateOnDesk(day, desk);
    expect(listsOf(outcome)).toEqual(listsOf(simulateDay(day, desk)));
    runs.push(figuresOf(outcome, from));
    tickets += day.arrivesAt.length;
  }
  const spreadSize = { ...size, seed: size.seed + 1_000, runs: spreadRunCount };
  return { runs, spreadRuns: simulateSystem(system, spreadSize, startingSteady) };
}

const minWaits = 30;
const report = createValidationReport({ minWaits });
const sizeHeader = ['load', 'agents', 'runs', 'tickets a run'];
const waits = {
  title: 'Waits: Erlang C',
  header: [...sizeHeader, 'mean wait, s: theory', 'simulated', 'P(wait > 0): theory', 'simulated'],
};
const abandonment = {
  title: 'Abandonment: Erlang A',
  text: 'Patience is exponential. The mean wait includes customers who give up: they wait until they leave.',
  header: [
    ...sizeHeader,
    'patience, s',
    'abandonment: theory',
    'simulated',
    'mean wait, s: theory',
    'simulated',
  ],
};

it.each(rows)(
  'has the waits of Erlang C and of the rule engine for %d agents at load %d (seed %d)',
  { timeout },
  async (agents, load, seed) => {
    const system = { agents, load, handlingSeconds };
    const size = sizeFor(agents, seed);
    const simulated = await simulateRow(system, size);
    const columns = [load, agents, size.runs, size.ticketsPerRun];
    expect(report.addErlangC(waits, columns, system, simulated)).toBe(true);
  },
);

it.each([
  [1, 0.8, 20, 501],
  [5, 1.2, 4, 502],
  [10, 0.9, 20, 503],
  [50, 1, 8, 504],
  [200, 0.98, 8, 505],
  [200, 1.1, 40, 506],
])(
  'has the abandonment of Erlang A and of the rule engine for %d agents at load %d and a patience of %d s (seed %d)',
  { timeout },
  async (agents, load, patienceSeconds, seed) => {
    const system = { agents, load, handlingSeconds, patienceSeconds };
    const size = sizeFor(agents, seed);
    const simulated = await simulateRow(system, size);
    const columns = [load, agents, size.runs, size.ticketsPerRun, patienceSeconds];
    expect(report.addErlangA(abandonment, columns, system, simulated)).toBe(true);
  },
);

it('has nine of ten figures within their 95 % intervals, and equals the page of the docs', async () => {
  const perMinute = tickets / ((performance.now() - startedAt) / 60_000);
  // The speed is printed and not asserted, because it depends on the machine.
  console.log(`${tickets} tickets, ${Math.round(perMinute).toLocaleString('en')} a minute`);
  const { all, within95, within999 } = report.count();
  expect(within95 / all).toBeGreaterThanOrEqual(0.9);
  const introduction = `This page compares the real desk (\`--engine sql\`) with the formulas of queueing theory. \`npx -y pnpm@12 test:long packages/simulation/src/desk\`
runs the comparison and checks that its figures equal this page. With \`-u\` it writes the page.

Each row has its own seed, and each run has its own database: ${tickets.toLocaleString('en')} tickets in total. The test fails unless every ticket has the
disposition, the wait and the agent that the rule engine gives it on the same day. So the results of
[the rule engine’s much longer runs](simulate-validation.md) hold for the desk too.

A run starts in the steady state, so it needs few tickets and no warm-up. The number of tickets in the system is drawn from its
theoretical distribution; they arrive together with the first customer and are not counted. Handling times are exponential with a
mean of ${handlingSeconds} s, and an agent takes one ticket at a time. ± is half of the 95 % confidence interval. The runs are too few and too skewed to
estimate how much a run’s figure varies, so that is estimated from ${spreadRunCount.toLocaleString('en')} other days by the rule engine. If fewer than ${minWaits} tickets of all runs
should wait, the row has their number instead of an interval.

${within95} of the ${all} intervals contain the value of the theory; \\* marks the others. About one in twenty is expected to miss it. ${within999} figures
are within their 99.9 % interval. The test fails if one is not, or if fewer than nine of ten are within their 95 % intervals.`;
  await expect(report.page('The real desk compared with queueing theory', introduction)).toMatchFileSnapshot(
    '../../../../docs/simulate-validation-desk.md',
  );
});
