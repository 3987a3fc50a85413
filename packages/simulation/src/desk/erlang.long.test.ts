import { expect, it } from 'vitest';
import type { Outcome } from '../rule/outcome.ts';
import { simulateDay } from '../rule/simulate-day.ts';
import {
  type Effort,
  figuresOf,
  type PatientShop,
  type ShopFigures,
  simulateShop,
  steadyShop,
} from '../validation/shop.fixture.ts';
import { openValidation } from '../validation/validation.fixture.ts';
import { simulateAtDesk } from './simulate-at-desk.ts';

// Short, as an agent’s heartbeats cost more than a chat when it lasts for minutes.
const handlingSeconds = 20;
const loads = [0.5, 0.7, 0.8, 0.9, 0.95, 0.98];
const sizes = [1, 2, 5, 10, 50, 200];
// Each its own seed: from the same numbers all sizes would be off in the same direction.
const cells = loads.flatMap((load, row) =>
  sizes.map((agents, column) => [agents, load, 400 + 10 * row + column + 1] as const),
);
const timeout = 600_000;

/** Tickets of one run tell much the same: many short runs tell more, down to what it takes to open the desk. */
const effortFor = (agents: number, seed: number): Effort => {
  if (agents > 50) return { seed, runs: 40, ticketsPerRun: 40 };
  return agents > 10 ? { seed, runs: 60, ticketsPerRun: 40 } : { seed, runs: 50, ticketsPerRun: 20 };
};
const alikeRuns = 2_000;

const listsOf = ({ fateOf, waitMs, agentOf, queueOf }: Outcome) =>
  [fateOf, waitMs, agentOf, queueOf].map((list) => Array.from(list));

let tickets = 0;
const begun = performance.now();

/**
 * Each run’s figures at the desk itself, where every ticket has to meet the fate, wait and agent that the rule gives it;
 * and those of more days by the rule.
 */
async function runAtDesk(shop: PatientShop, effort: Effort) {
  const { desk, dayOf } = steadyShop(shop, effort);
  const runs: ShopFigures[] = [];
  for (let run = 0; run < effort.runs; run++) {
    const { day, from } = dayOf(run);
    const outcome = await simulateAtDesk(day, desk, {});
    expect(listsOf(outcome)).toEqual(listsOf(simulateDay(day, desk)));
    runs.push(figuresOf(outcome, from));
    tickets += day.arrivesAt.length;
  }
  const others = { ...effort, seed: effort.seed + 1_000, runs: alikeRuns };
  return { runs, alike: simulateShop(shop, others, steadyShop) };
}

const rare = 30;
const validation = openValidation({ rare });
const counted = ['load', 'agents', 'runs', 'tickets a run'];
const waits = {
  title: 'Waits: Erlang C',
  header: [...counted, 'mean wait, s: theory', 'simulated', 'P(wait > 0): theory', 'simulated'],
};
const abandonment = {
  title: 'Abandonment: Erlang A',
  text: 'Patience is exponential. The wait is that of all customers, until they are served or leave.',
  header: [
    ...counted,
    'patience, s',
    'abandonment: theory',
    'simulated',
    'mean wait, s: theory',
    'simulated',
  ],
};

it.each(cells)(
  '%d agents at load %d wait at the desk itself as Erlang C says (seed %d)',
  { timeout },
  async (agents, load, seed) => {
    const shop = { agents, load, handlingSeconds };
    const effort = effortFor(agents, seed);
    const found = await runAtDesk(shop, effort);
    const columns = [load, agents, effort.runs, effort.ticketsPerRun];
    expect(validation.addErlangC(waits, columns, shop, found)).toBe(true);
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
  '%d agents at load %d lose at the desk itself the customers of a patience of %d s that Erlang A says (seed %d)',
  { timeout },
  async (agents, load, patienceSeconds, seed) => {
    const shop = { agents, load, handlingSeconds, patienceSeconds };
    const effort = effortFor(agents, seed);
    const found = await runAtDesk(shop, effort);
    const columns = [load, agents, effort.runs, effort.ticketsPerRun, patienceSeconds];
    expect(validation.addErlangA(abandonment, columns, shop, found)).toBe(true);
  },
);

it('nine of ten figures at least are within their 95 % intervals, and the tables are those of the docs', async () => {
  const perMinute = tickets / ((performance.now() - begun) / 60_000);
  // How fast is said and not asserted: machines differ.
  console.log(`${tickets} tickets, ${Math.round(perMinute).toLocaleString('en')} a minute`);
  const { all, within95, within999 } = validation.count();
  expect(within95 / all).toBeGreaterThanOrEqual(0.9);
  const paragraph = `Written by \`npx -y pnpm@12 test:long packages/simulation\` (with \`-u\` when it is to change): days at the desk itself (\`--engine sql\`), each a
database, ${tickets.toLocaleString('en')} tickets in all, from a seed of the row’s own. Each ticket met the fate, the wait and the agent that the rule’s engine
gives it on the same day, or else the test fails: so what [the rule’s far longer runs](simulate-validation.md) show holds here too.

A day starts in the middle of things: how many a customer finds is drawn by theory, they come at once with that customer, and
are left out of the figures. So few tickets are enough, with nothing to warm up. Handling times are exponential with a mean of ${handlingSeconds} s,
agents take one ticket at a time. After ± stands half of the 95 % confidence interval. So few runs of such skewed figures can’t
tell how much a run’s figure spreads: that is taken from ${alikeRuns.toLocaleString('en')} other days by the rule’s engine. Of ${all} such intervals some have to
miss: ${within95} hold what theory says, those marked \\* do not; ${within999} hold it at 99.9 %, and nine of ten at 95 %, or else the test fails.
Where fewer than ${rare} tickets of all runs should wait, their number stands in place of an interval.`;
  await expect(validation.page('The desk itself beside queueing theory', paragraph)).toMatchFileSnapshot(
    '../../../../docs/simulate-validation-desk.md',
  );
});
