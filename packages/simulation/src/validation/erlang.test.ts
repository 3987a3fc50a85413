import { describe, expect, it } from 'vitest';
import { erlangA, erlangC, presentLaw } from './erlang.fixture.ts';
import { judge, simulatePooling, simulateShop, steadyShop } from './shop.fixture.ts';

// `erlang.long.test.ts` holds the whole table. 99.9 %, as there are many cells and one miss fails the suite.
const effort = { seed: 1, runs: 20, ticketsPerRun: 40_000 };
const handlingSeconds = 300;

describe('the formulas', () => {
  it('give what is known of a single agent: waits with probability load, for load / (1 - load) calls', () => {
    const { waits, meanWaitSeconds } = erlangC({ agents: 1, load: 0.8, handlingSeconds });
    expect(waits).toBeCloseTo(0.8);
    expect(meanWaitSeconds).toBeCloseTo(4 * 300);
  });

  it('give the printed values of Erlang C: 10 agents, 8 Erlang', () => {
    expect(erlangC({ agents: 10, load: 0.8, handlingSeconds }).waits).toBeCloseTo(0.4092, 4);
  });

  it('agree when nobody ever loses patience, and give M/M/∞ when patience is as handling', () => {
    const shop = { agents: 10, load: 0.8, handlingSeconds };
    expect(erlangA(shop, 1e9).waits).toBeCloseTo(erlangC(shop).waits, 4);
    // Then the number in the shop is Poisson: 1 - P(N < 10) for the mean 8.
    expect(erlangA(shop, handlingSeconds).waits).toBeCloseTo(0.283_376, 5);
  });

  it.each([
    [1, 0.98],
    [10, 0.8],
    [200, 0.98],
  ])('agree on how likely %d agents at load %d are all busy', (agents, load) => {
    const shop = { agents, load, handlingSeconds };
    const busy = (patienceSeconds?: number) => 1 - presentLaw(shop, patienceSeconds)[agents - 1]!;
    expect(busy()).toBeCloseTo(erlangC(shop).waits, 9);
    expect(busy(60)).toBeCloseTo(erlangA(shop, 60).waits, 9);
  });
});

describe('the simulation (seed 1)', () => {
  it.each([
    [1, 0.5],
    [1, 0.8],
    [5, 0.8],
    [10, 0.9],
    [50, 0.95],
    [200, 0.9],
  ])('of %d agents at load %d waits as Erlang C says', (agents, load) => {
    const shop = { agents, load, handlingSeconds };
    const runs = simulateShop(shop, effort);
    const expected = erlangC(shop);
    const meanWait = judge(
      runs.map((run) => run.meanWaitSeconds),
      expected.meanWaitSeconds,
    );
    const waits = judge(
      runs.map((run) => run.waits),
      expected.waits,
    );
    expect([meanWait, waits]).toMatchObject([{ within999: true }, { within999: true }]);
  });

  it.each([
    [1, 0.5],
    [1, 0.98],
    [10, 0.95],
    [50, 0.9],
  ])(
    'of %d agents at load %d waits so from the first customer on, if the shop was always open',
    (agents, load) => {
      const shop = { agents, load, handlingSeconds };
      const runs = simulateShop(shop, { seed: 1, runs: 5_000, ticketsPerRun: 20 }, steadyShop);
      const expected = erlangC(shop);
      const verdicts = (['meanWaitSeconds', 'waits'] as const).map((figure) =>
        judge(
          runs.map((run) => run[figure]),
          expected[figure],
        ),
      );
      expect(verdicts).toMatchObject([{ within999: true }, { within999: true }]);
    },
  );

  it.each([
    [5, 1.2, 60],
    [50, 1, 120],
  ])('of %d agents at load %d loses the customers that Erlang A says', (agents, load, patienceSeconds) => {
    const shop = { agents, load, handlingSeconds };
    const runs = simulateShop({ ...shop, patienceSeconds }, effort);
    const expected = erlangA(shop, patienceSeconds);
    const verdicts = (['abandonment', 'waits', 'meanWaitSeconds'] as const).map((figure) =>
      judge(
        runs.map((run) => run[figure]),
        expected[figure],
      ),
    );
    expect(verdicts).toMatchObject([{ within999: true }, { within999: true }, { within999: true }]);
  });

  it('of a pool of 10 agents against two of 5 saves the waiting that Erlang C says', () => {
    const [pooled, split] = [10, 5].map((agents) => erlangC({ agents, load: 0.9, handlingSeconds }));
    const saved = simulatePooling({ agents: 10, load: 0.9, handlingSeconds }, effort);
    const verdict = judge(saved, split!.meanWaitSeconds - pooled!.meanWaitSeconds);
    expect(verdict).toMatchObject({ within999: true });
  });
});
