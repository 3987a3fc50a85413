import { describe, expect, it } from 'vitest';
import { erlangA, erlangC, numberInSystemCdf } from './erlang-formulas.fixture.ts';
import {
  compareWithTheory,
  simulatePooling,
  simulateSystem,
  startingSteady,
} from './erlang-system.fixture.ts';

// `erlang.long.test.ts` has the whole table. With so many figures a 95 % interval would often fail, hence 99.9 %.
const size = { seed: 1, runs: 20, ticketsPerRun: 40_000 };
const handlingSeconds = 300;

describe('the formulas', () => {
  it('agree with the M/M/1 queue: a ticket waits with probability load, for load / (1 - load) handling times', () => {
    const { waits, meanWaitSeconds } = erlangC({ agents: 1, load: 0.8, handlingSeconds });
    expect(waits).toBeCloseTo(0.8);
    expect(meanWaitSeconds).toBeCloseTo(4 * 300);
  });

  it('agree with the printed value of Erlang C for 10 agents and 8 Erlang', () => {
    expect(erlangC({ agents: 10, load: 0.8, handlingSeconds }).waits).toBeCloseTo(0.4092, 4);
  });

  it('agree with each other for endless patience, and with M/M/∞ if patience equals handling time', () => {
    const system = { agents: 10, load: 0.8, handlingSeconds };
    expect(erlangA(system, 1e9).waits).toBeCloseTo(erlangC(system).waits, 4);
    // The number in the system is Poisson then: 1 - P(N < 10) for the mean 8.
    expect(erlangA(system, handlingSeconds).waits).toBeCloseTo(0.283_376, 5);
  });

  it.each([
    [1, 0.98],
    [10, 0.8],
    [200, 0.98],
  ])('agree on the probability that all of %d agents at load %d are busy', (agents, load) => {
    const system = { agents, load, handlingSeconds };
    const allBusy = (patienceSeconds?: number) => 1 - numberInSystemCdf(system, patienceSeconds)[agents - 1]!;
    expect(allBusy()).toBeCloseTo(erlangC(system).waits, 9);
    expect(allBusy(60)).toBeCloseTo(erlangA(system, 60).waits, 9);
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
  ])('has the waits of Erlang C for %d agents at load %d', (agents, load) => {
    const system = { agents, load, handlingSeconds };
    const runs = simulateSystem(system, size);
    const expected = erlangC(system);
    const meanWait = compareWithTheory(
      runs.map((run) => run.meanWaitSeconds),
      expected.meanWaitSeconds,
    );
    const waits = compareWithTheory(
      runs.map((run) => run.waits),
      expected.waits,
    );
    expect([meanWait, waits]).toMatchObject([{ isWithin999: true }, { isWithin999: true }]);
  });

  it.each([
    [1, 0.5],
    [1, 0.98],
    [10, 0.95],
    [50, 0.9],
  ])(
    'has the waits of Erlang C from the first customer on, for %d agents at load %d that start in the steady state',
    (agents, load) => {
      const system = { agents, load, handlingSeconds };
      const runs = simulateSystem(system, { seed: 1, runs: 5_000, ticketsPerRun: 20 }, startingSteady);
      const expected = erlangC(system);
      const checks = (['meanWaitSeconds', 'waits'] as const).map((figure) =>
        compareWithTheory(
          runs.map((run) => run[figure]),
          expected[figure],
        ),
      );
      expect(checks).toMatchObject([{ isWithin999: true }, { isWithin999: true }]);
    },
  );

  it.each([
    [5, 1.2, 60],
    [50, 1, 120],
  ])('has the abandonment of Erlang A for %d agents at load %d', (agents, load, patienceSeconds) => {
    const system = { agents, load, handlingSeconds };
    const runs = simulateSystem({ ...system, patienceSeconds }, size);
    const expected = erlangA(system, patienceSeconds);
    const checks = (['abandonment', 'waits', 'meanWaitSeconds'] as const).map((figure) =>
      compareWithTheory(
        runs.map((run) => run[figure]),
        expected[figure],
      ),
    );
    expect(checks).toMatchObject([{ isWithin999: true }, { isWithin999: true }, { isWithin999: true }]);
  });

  it('saves the wait that Erlang C predicts when two desks of 5 agents become one of 10', () => {
    const [pooled, split] = [10, 5].map((agents) => erlangC({ agents, load: 0.9, handlingSeconds }));
    const saved = simulatePooling({ agents: 10, load: 0.9, handlingSeconds }, size);
    const check = compareWithTheory(saved, split!.meanWaitSeconds - pooled!.meanWaitSeconds);
    expect(check).toMatchObject({ isWithin999: true });
  });
});
