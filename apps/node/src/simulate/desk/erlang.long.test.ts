import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { erlangC } from '@chat-ticket/domain/erlang';
import { type Effort, figuresOf, judge, shopDesk, simulateShop } from '@chat-ticket/domain/shop';
import { expect, it } from 'vitest';
import { simulateAtDesk } from './simulate-at-desk.ts';

const docs = readFileSync(join(import.meta.dirname, '../../../../../docs/simulate.md'), 'utf8');
// Short, as an agent’s heartbeats cost more than a chat when it lasts for minutes.
const handlingSeconds = 20;
const effort = { runs: 8, ticketsPerRun: 1_000 };

async function runAtDesk(shop: Parameters<typeof shopDesk>[0], given: Effort) {
  const { desk, dayOf } = shopDesk(shop, given);
  const found: ReturnType<typeof figuresOf>[] = [];
  for (let run = 0; run < given.runs; run++)
    found.push(figuresOf(await simulateAtDesk(dayOf(run), desk, {})));
  return found;
}

it.each([
  [1, 0.5, 401],
  [2, 0.7, 402],
  [5, 0.8, 403],
  [10, 0.8, 404],
])('%d agents at load %d wait at the desk itself as Erlang C says (seed %d)', async (agents, load, seed) => {
  const shop = { agents, load, handlingSeconds };
  const begun = performance.now();
  const found = await runAtDesk(shop, { ...effort, seed });
  const minutes = (performance.now() - begun) / 60_000;
  const perMinute = Math.round((effort.runs * effort.ticketsPerRun) / minutes);
  // How fast is said and not asserted: machines differ.
  console.log(`${agents} agents at load ${load}: ${perMinute.toLocaleString('en')} tickets a minute`);

  expect(found).toEqual(simulateShop(shop, { ...effort, seed }));
  const expected = erlangC(shop);
  const cells = (['meanWaitSeconds', 'waits'] as const).flatMap((figure) => {
    const verdict = judge(
      found.map((run) => run[figure]),
      expected[figure],
    );
    expect(verdict).toMatchObject({ within999: true });
    const star = verdict.within95 ? '' : ' \\*';
    return [
      verdict.expected.toFixed(3),
      `${verdict.mean.toFixed(3)} ± ${verdict.halfWidth.toFixed(3)}${star}`,
    ];
  });
  const row = [String(load), String(agents), ...cells];
  expect(
    docs.split('\n').map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    ),
  ).toContainEqual(row);
});
