import { expect, it } from 'vitest';
import { erlangA, erlangC } from './erlang.fixture.ts';
import { judge, simulatePooling, simulateShop } from './shop.fixture.ts';
import { fixed, shown, validationPage, type Verdict } from './validation-page.fixture.ts';

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
// So few waiting tickets have no interval worth the name.
const rare = 20;

const verdicts: Verdict[] = [];
const tables: Parameters<typeof validationPage>[1] = { erlangC: [], erlangA: [], pooling: [] };

/** False: a figure is outside its 99.9 % interval. */
function add(table: string[][], columns: (number | string)[], found: [verdict: Verdict, digits: number][]) {
  table.push([...columns.map(String), ...found.flatMap(([verdict, digits]) => shown(verdict, digits))]);
  verdicts.push(...found.map(([verdict]) => verdict));
  return found.every(([{ within999 }]) => within999);
}

/** False: far more tickets waited than should. */
function addRare(columns: (number | string)[], waits: Verdict, meanWaitSeconds: number, count: number) {
  const waited = Math.round(waits.mean * count);
  const theory = [fixed(meanWaitSeconds, 3), '-', fixed(waits.expected, 4)];
  tables.erlangC.push([...columns.map(String), ...theory, `${waited} of ${count.toLocaleString('en')}`]);
  return waited <= rare + 3 * Math.sqrt(rare);
}

const judged = <Figure extends string>(
  found: readonly Record<Figure, number>[],
  expected: Record<Figure, number>,
  figure: Figure,
) =>
  judge(
    found.map((run) => run[figure]),
    expected[figure],
  );

it.each(cells)(
  '%d agents at load %d wait as Erlang C says (seed %d)',
  { timeout },
  (agents, load, seed, ticketsPerRun) => {
    const shop = { agents, load, handlingSeconds };
    const found = simulateShop(shop, { seed, runs, ticketsPerRun });
    const expected = erlangC(shop);
    const wait = judged(found, expected, 'meanWaitSeconds');
    const waits = judged(found, expected, 'waits');
    const columns = [load, agents, ticketsPerRun.toLocaleString('en')];
    const count = found.reduce((sum, run) => sum + run.count, 0);
    const isRight =
      expected.waits * count < rare
        ? addRare(columns, waits, expected.meanWaitSeconds, count)
        : add(tables.erlangC, columns, [
            [wait, 3],
            [waits, 4],
          ]);
    expect(isRight).toBe(true);
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
    const shop = { agents, load, handlingSeconds };
    const found = simulateShop({ ...shop, patienceSeconds }, { seed, runs, ticketsPerRun: 100_000 });
    const expected = erlangA(shop, patienceSeconds);
    const isRight = add(
      tables.erlangA,
      [load, agents, patienceSeconds],
      [
        [judged(found, expected, 'abandonment'), 4],
        [judged(found, expected, 'meanWaitSeconds'), 3],
      ],
    );
    expect(isRight).toBe(true);
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
  expect(add(tables.pooling, columns, [[judge(saved, split! - pooled!), 3]])).toBe(true);
});

it('nine of ten figures at least are within their 95 % intervals, and the tables are those of the docs', async () => {
  const within = verdicts.filter(({ within95 }) => within95).length;
  expect(within / verdicts.length).toBeGreaterThanOrEqual(0.9);
  const paragraph = `Written by \`npx -y pnpm@12 test:long packages/domain\` (with \`-u\` when it is to change): ${runs} independent runs a row, from a seed of the
row’s own, the first tenth of each run left out. Handling times are exponential with a mean of ${handlingSeconds} s, agents take one ticket at
a time. After ± stands half of the 95 % confidence interval, by Student’s t over the runs. Of ${verdicts.length} such intervals some have to
miss: ${within} hold what theory says, those marked \\* do not. All hold it at 99.9 %, and nine of ten at 95 %, or else the test fails.
Where fewer than ${rare} tickets of all runs should wait, their number stands in place of an interval.`;
  await expect(validationPage(paragraph, tables)).toMatchFileSnapshot(
    '../../../../docs/simulate-validation.md',
  );
});
