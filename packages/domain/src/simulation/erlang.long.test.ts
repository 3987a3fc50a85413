import { expect, it } from 'vitest';
import { erlangA, erlangC } from './erlang.fixture.ts';
import { judge, simulatePooling, simulateShop } from './shop.fixture.ts';

type Verdict = ReturnType<typeof judge>;

const seed = 1;
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
const cells = efforts.flatMap(([load, ticketsPerRun]) =>
  sizes.map((agents) => [agents, load, ticketsPerRun] as const),
);
const timeout = 600_000;

const verdicts: Verdict[] = [];
const tables = {
  erlangC: [
    '| load | agents | mean wait, s: theory | simulated | P(wait > 0): theory | simulated |',
    dashes(6),
  ],
  erlangA: [
    '| load | agents | patience, s | abandonment: theory | simulated | mean wait, s: theory | simulated |',
    dashes(7),
  ],
  pooling: ['| load | two of 5 | one of 10 | saved, s: theory | simulated |', dashes(5)],
};

function dashes(columns: number) {
  return `|${' ---: |'.repeat(columns)}`;
}

const shown = ({ expected, mean, halfWidth, within95 }: Verdict, digits: number) =>
  `${expected.toFixed(digits)} | ${mean.toFixed(digits)} ± ${halfWidth.toFixed(digits)}${within95 ? '' : ' \\*'}`;

function add(table: string[], columns: (string | number)[], found: [verdict: Verdict, digits: number][]) {
  table.push(`| ${[...columns, ...found.map(([verdict, digits]) => shown(verdict, digits))].join(' | ')} |`);
  verdicts.push(...found.map(([verdict]) => verdict));
  expect(found.map(([{ within999 }]) => within999)).toEqual(found.map(() => true));
}

it.each(cells)(
  '%d agents at load %d wait as Erlang C says (seed 1)',
  { timeout },
  (agents, load, ticketsPerRun) => {
    const shop = { agents, load, handlingSeconds };
    const found = simulateShop(shop, { seed, runs, ticketsPerRun });
    const expected = erlangC(shop);
    const judged = (figure: 'meanWaitSeconds' | 'waits') =>
      judge(
        found.map((run) => run[figure]),
        expected[figure],
      );
    add(
      tables.erlangC,
      [load, agents],
      [
        [judged('meanWaitSeconds'), 3],
        [judged('waits'), 4],
      ],
    );
  },
);

it.each([
  [1, 0.8, 300],
  [5, 1.2, 60],
  [10, 0.9, 300],
  [50, 1, 120],
  [200, 0.98, 120],
  [200, 1.1, 600],
])(
  '%d agents at load %d lose the customers of a patience of %d s that Erlang A says (seed 1)',
  { timeout },
  (agents, load, patienceSeconds) => {
    const shop = { agents, load, handlingSeconds };
    const found = simulateShop({ ...shop, patienceSeconds }, { seed, runs, ticketsPerRun: 100_000 });
    const expected = erlangA(shop, patienceSeconds);
    const judged = (figure: 'meanWaitSeconds' | 'abandonment') =>
      judge(
        found.map((run) => run[figure]),
        expected[figure],
      );
    add(
      tables.erlangA,
      [load, agents, patienceSeconds],
      [
        [judged('abandonment'), 4],
        [judged('meanWaitSeconds'), 3],
      ],
    );
  },
);

it.each([0.8, 0.9, 0.95])(
  'two desks of 5 at load %d save by pooling what Erlang C says (seed 1)',
  { timeout },
  (load) => {
    const [pooled, split] = [10, 5].map(
      (agents) => erlangC({ agents, load, handlingSeconds }).meanWaitSeconds,
    );
    const saved = simulatePooling(
      { agents: 10, load, handlingSeconds },
      { seed, runs, ticketsPerRun: 200_000 },
    );
    const columns = [load, split!.toFixed(3), pooled!.toFixed(3)];
    add(tables.pooling, columns, [[judge(saved, split! - pooled!), 3]]);
  },
);

it('nine of ten figures at least are within their 95 % intervals, and the tables are those of the docs', async () => {
  const within = verdicts.filter(({ within95 }) => within95).length;
  expect(within / verdicts.length).toBeGreaterThanOrEqual(0.9);
  const page = `# The simulation beside queueing theory

Written by \`npx -y pnpm@12 test:long packages/domain\` (with \`-u\` when it is to change), seed ${seed}, ${runs} independent runs a row, the
first tenth of each left out. Handling times are exponential with a mean of ${handlingSeconds} s, agents take one ticket at a time. After
± stands half of the 95 % confidence interval, by Student’s t over the runs. Of ${verdicts.length} such intervals some have to miss:
${within} hold what theory says, those marked \\* do not; all hold it at 99.9 %, else the test fails.

## Waits: Erlang C

Tickets in a run: ${efforts.map(([load, tickets]) => `${tickets.toLocaleString('en')} at load ${load}`).join(', ')}.

${tables.erlangC.join('\n')}

## Abandonment: Erlang A

Patience is exponential, 100,000 tickets a run. The wait is that of all customers, until they are served or leave.

${tables.erlangA.join('\n')}

## Pooling

Two desks of 5 agents, each for one half of the tickets, against one desk of 10 for all, on the same days; 200,000 tickets
a run.

${tables.pooling.join('\n')}
`;
  await expect(page).toMatchFileSnapshot('../../../../docs/simulate-validation.md');
});
