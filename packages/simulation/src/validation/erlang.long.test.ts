import { expect, it } from 'vitest';
import { erlangC } from './erlang-formulas.fixture.ts';
import { compareWithTheory, simulatePooling, simulateSystem } from './erlang-system.fixture.ts';
import { createValidationReport } from './validation-report.fixture.ts';

// Proves that the simulator has the waits and abandonment of queueing theory (Erlang C and Erlang A), and saves what pooling
// should save. It simulates 40 runs for each row and compares their confidence intervals with the formulas. The figures must
// equal the page of the docs.

const runs = 40;
const handlingSeconds = 300;
const agentCounts = [1, 2, 5, 10, 50, 200];
// At high load, waits of nearby tickets are correlated over some 1 / (1 - √load)² tickets, so a run needs more of them.
const ticketsPerRunAt: [load: number, ticketsPerRun: number][] = [
  [0.5, 50_000],
  [0.7, 50_000],
  [0.8, 100_000],
  [0.9, 200_000],
  [0.95, 400_000],
  [0.98, 1_000_000],
];
// Each row has its own seed. With one seed for all, an unlucky draw would shift every row in the same direction.
const rows = ticketsPerRunAt.flatMap(([load, ticketsPerRun], row) =>
  agentCounts.map((agents, column) => [agents, load, 10 * row + column + 1, ticketsPerRun] as const),
);
const timeout = 600_000;

const minWaits = 20;
const report = createValidationReport({ minWaits });
const waits = {
  title: 'Waits: Erlang C',
  header: [
    'load',
    'agents',
    'tickets a run',
    'mean wait, s: theory',
    'simulated',
    'P(wait > 0): theory',
    'simulated',
  ],
};
const abandonment = {
  title: 'Abandonment: Erlang A',
  text: 'Patience is exponential. The mean wait includes customers who give up: they wait until they leave.',
  header: [
    'load',
    'agents',
    'patience, s',
    'abandonment: theory',
    'simulated',
    'mean wait, s: theory',
    'simulated',
  ],
};
const pooling = {
  title: 'Pooling',
  text: 'Two desks of 5 agents take one half of the tickets each. One desk of 10 agents takes all of them, on the same days.',
  header: ['load', 'wait, s: two of 5', 'one of 10', 'saved, s: theory', 'simulated'],
};

it.each(rows)(
  'has the waits of Erlang C for %d agents at load %d (seed %d)',
  { timeout },
  (agents, load, seed, ticketsPerRun) => {
    const system = { agents, load, handlingSeconds };
    const simulated = { runs: simulateSystem(system, { seed, runs, ticketsPerRun }) };
    const columns = [load, agents, ticketsPerRun.toLocaleString('en')];
    expect(report.addErlangC(waits, columns, system, simulated)).toBe(true);
  },
);

it.each([
  [1, 0.8, 300, 101],
  [5, 1.2, 60, 102],
  [10, 0.9, 300, 103],
  [50, 1, 120, 104],
  [200, 0.98, 120, 105],
  [200, 1.1, 600, 106],
])(
  'has the abandonment of Erlang A for %d agents at load %d and a patience of %d s (seed %d)',
  { timeout },
  (agents, load, patienceSeconds, seed) => {
    const system = { agents, load, handlingSeconds, patienceSeconds };
    const simulated = { runs: simulateSystem(system, { seed, runs, ticketsPerRun: 100_000 }) };
    const columns = [load, agents, patienceSeconds];
    expect(report.addErlangA(abandonment, columns, system, simulated)).toBe(true);
  },
);

it.each([
  [0.8, 201],
  [0.9, 202],
  [0.95, 203],
])(
  'saves the wait that Erlang C predicts when two desks of 5 agents at load %d become one (seed %d)',
  { timeout },
  (load, seed) => {
    const [pooled, split] = [10, 5].map(
      (agents) => erlangC({ agents, load, handlingSeconds }).meanWaitSeconds,
    );
    const saved = simulatePooling(
      { agents: 10, load, handlingSeconds },
      { seed, runs, ticketsPerRun: 200_000 },
    );
    const columns = [load, split!.toFixed(3), pooled!.toFixed(3)];
    const check = compareWithTheory(saved, split! - pooled!);
    expect(report.add(pooling, columns, [[check, 3]])).toBe(true);
  },
);

it('has nine of ten figures within their 95 % intervals, and equals the page of the docs', async () => {
  const { all, within95 } = report.count();
  expect(within95 / all).toBeGreaterThanOrEqual(0.9);
  const introduction = `This page compares the simulator with the formulas of queueing theory. \`npx -y pnpm@12 test:long packages/simulation/src/validation\`
runs the comparison and checks that its figures equal this page. With \`-u\` it writes the page.

Each row has ${runs} independent runs and its own seed. The first tenth of each run is not counted. Handling times are
exponential with a mean of ${handlingSeconds} s, and an agent takes one ticket at a time. ± is half of the 95 % confidence interval, by Student’s t over
the runs. If fewer than ${minWaits} tickets of all runs should wait, the row has their number instead of an interval.

${within95} of the ${all} intervals contain the value of the theory; \\* marks the others. About one in twenty is expected to miss it. The test
fails if a figure is outside its 99.9 % interval, or if fewer than nine of ten are within their 95 % intervals.`;
  await expect(report.page('The simulator compared with queueing theory', introduction)).toMatchFileSnapshot(
    '../../../../docs/simulate-validation.md',
  );
});
