import { expect, it } from 'vitest';
import { erlangC } from './erlang.fixture.ts';
import { judge, simulatePooling, simulateShop } from './shop.fixture.ts';
import { openValidation } from './validation.fixture.ts';

const runs = 40;
const handlingSeconds = 300;
const sizes = [1, 2, 5, 10, 50, 200];
// The nearer to a load of 1, the longer a desk remembers: it takes some 1 / (1 - √load)² tickets to forget.
const efforts: [load: number, ticketsPerRun: number][] = [
  [0.5, 50_000],
  [0.7, 50_000],
  [0.8, 100_000],
  [0.9, 200_000],
  [0.95, 400_000],
  [0.98, 1_000_000],
];
// Each its own seed: from the same numbers all sizes would be off in the same direction.
const cells = efforts.flatMap(([load, ticketsPerRun], row) =>
  sizes.map((agents, column) => [agents, load, 10 * row + column + 1, ticketsPerRun] as const),
);
const timeout = 600_000;

const rare = 20;
const validation = openValidation({ rare });
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
  text: 'Patience is exponential. The wait is that of all customers, until they are served or leave.',
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
  text: 'Two desks of 5 agents, each for one half of the tickets, against one desk of 10 for all, on the same days.',
  header: ['load', 'wait, s: two of 5', 'one of 10', 'saved, s: theory', 'simulated'],
};

it.each(cells)(
  '%d agents at load %d wait as Erlang C says (seed %d)',
  { timeout },
  (agents, load, seed, ticketsPerRun) => {
    const shop = { agents, load, handlingSeconds };
    const found = simulateShop(shop, { seed, runs, ticketsPerRun });
    const columns = [load, agents, ticketsPerRun.toLocaleString('en')];
    expect(validation.addErlangC(waits, columns, shop, { runs: found })).toBe(true);
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
  '%d agents at load %d lose the customers of a patience of %d s that Erlang A says (seed %d)',
  { timeout },
  (agents, load, patienceSeconds, seed) => {
    const shop = { agents, load, handlingSeconds, patienceSeconds };
    const found = simulateShop(shop, { seed, runs, ticketsPerRun: 100_000 });
    expect(validation.addErlangA(abandonment, [load, agents, patienceSeconds], shop, { runs: found })).toBe(
      true,
    );
  },
);

it.each([
  [0.8, 201],
  [0.9, 202],
  [0.95, 203],
])('two desks of 5 at load %d save by pooling what Erlang C says (seed %d)', { timeout }, (load, seed) => {
  const [pooled, split] = [10, 5].map((agents) => erlangC({ agents, load, handlingSeconds }).meanWaitSeconds);
  const effort = { seed, runs, ticketsPerRun: 200_000 };
  const saved = simulatePooling({ agents: 10, load, handlingSeconds }, effort);
  const columns = [load, split!.toFixed(3), pooled!.toFixed(3)];
  expect(validation.add(pooling, columns, [[judge(saved, split! - pooled!), 3]])).toBe(true);
});

it('nine of ten figures at least are within their 95 % intervals, and the tables are those of the docs', async () => {
  const { all, within95 } = validation.count();
  expect(within95 / all).toBeGreaterThanOrEqual(0.9);
  const paragraph = `Written by \`npx -y pnpm@12 test:long packages/simulation\` (with \`-u\` when it is to change): ${runs} independent runs a row, from a seed of the
row’s own, the first tenth of each run left out. Handling times are exponential with a mean of ${handlingSeconds} s, agents take one ticket at
a time. After ± stands half of the 95 % confidence interval, by Student’s t over the runs. Of ${all} such intervals some have to
miss: ${within95} hold what theory says, those marked \\* do not. All hold it at 99.9 %, and nine of ten at 95 %, or else the test fails.
Where fewer than ${rare} tickets of all runs should wait, their number stands in place of an interval.`;
  await expect(validation.page('The simulation beside queueing theory', paragraph)).toMatchFileSnapshot(
    '../../../../docs/simulate-validation.md',
  );
});
