import { defaultSettings, Settings } from '@chat-ticket/contract';
import { parse } from 'valibot';
import type { Day } from '../day/day.ts';
import { createRandom } from '../day/random.ts';
import { type DayPlan, sampleDay } from '../day/sample-day.ts';
import type { AgentPlan, DeskPlan } from '../engine/desk-plan.ts';
import { disposition, type Outcome } from '../engine/outcome.ts';
import { meanInterval } from '../measure/mean-interval.ts';
import { simulateDay } from '../rule/simulate-day.ts';
import { type ErlangSystem, numberInSystemCdf } from './erlang-formulas.fixture.ts';

/** An Erlang system. Without a patience no customer gives up. */
export type SimulatedSystem = ErlangSystem & { readonly patienceSeconds?: number };
export type SampleSize = { readonly seed: number; readonly runs: number; readonly ticketsPerRun: number };
/** A day, and the index of the first ticket that counts. */
type CountedDay = { readonly day: Day; readonly from: number };
type Experiment = { readonly desk: DeskPlan; readonly dayOf: (run: number) => CountedDay };

const kindOf = (language: string | null) => ({ entityId: '', language, ccr: null, priority: 0 });
const warmUpShare = 0.1;
/** A random stream that `sampleDay` does not use. */
const numberInSystemStream = 500;

function planOf(system: SimulatedSystem, size: SampleSize, languages: (string | null)[]): DayPlan {
  const perHour = (3_600 * system.agents * system.load) / system.handlingSeconds;
  const plan: DayPlan = {
    seed: size.seed,
    startsAt: Date.parse('2026-06-01T00:00:00Z'),
    durationMs: (size.ticketsPerRun / perHour) * 3_600_000,
    arrivals: {
      rates: languages.map((language) => ({
        kind: kindOf(language),
        perHour: perHour / languages.length,
        fromMs: 0,
        toMs: Infinity,
      })),
    },
    handling: { distribution: 'exponential', meanSeconds: system.handlingSeconds },
  };
  if (system.patienceSeconds === undefined) return plan;
  return { ...plan, patience: { distribution: 'exponential', meanSeconds: system.patienceSeconds } };
}

const agentsWith = (count: number, skillsOf: (index: number) => string[]): AgentPlan[] =>
  Array.from({ length: count }, (_, i) => ({ id: `agent-${i}`, skills: skillsOf(i) }));

const deskOf = ({ agents }: ErlangSystem): DeskPlan => ({
  settings: { ...defaultSettings, capacity: 1 },
  agents: agentsWith(agents, () => []),
});

const runsOf = <Result>({ runs }: SampleSize, run: (run: number) => Result) =>
  Array.from({ length: runs }, (_, i) => run(i));

/** Days that start with an empty system. The first tenth of the tickets is warm-up. */
export function startingEmpty(system: SimulatedSystem, size: SampleSize): Experiment {
  const plan = planOf(system, size, [null]);
  const dayOf = (run: number) => {
    const day = sampleDay(plan, run);
    return { day, from: Math.floor(day.arrivesAt.length * warmUpShare) };
  };
  return { desk: deskOf(system), dayOf };
}

/**
 * Days that start in the steady state, so they need no warm-up. The number of tickets in the system is drawn from its
 * theoretical distribution. These tickets arrive together with the first customer and are not counted. The system is
 * memoryless, so the time that they have spent in it does not matter.
 */
export function startingSteady(system: SimulatedSystem, size: SampleSize): Experiment {
  // Twice as long as needed, so that no day has too few tickets.
  const plan = planOf(system, { ...size, ticketsPerRun: 2 * size.ticketsPerRun }, [null]);
  const cdf = numberInSystemCdf(system, system.patienceSeconds);
  const dayOf = (run: number) => {
    const drawn = createRandom(size.seed, run, numberInSystemStream)();
    const present = cdf.findIndex((probability) => drawn < probability);
    const { startsAt } = plan;
    const later = sampleDay(plan, run).arrivesAt.slice(0, size.ticketsPerRun - 1);
    const recorded = [...Array<number>(present + 1).fill(startsAt), ...later].map((arrivesAt) => ({
      kind: kindOf(null),
      arrivesAt,
    }));
    return { day: sampleDay({ ...plan, arrivals: { recorded } }, run), from: present };
  };
  return { desk: deskOf(system), dayOf };
}

/** The figures of each run, by the rule engine. */
export function simulateSystem(system: SimulatedSystem, size: SampleSize, start = startingEmpty) {
  const { desk, dayOf } = start(system, size);
  return runsOf(size, (run) => {
    const { day, from } = dayOf(run);
    return figuresOf(simulateDay(day, desk), from);
  });
}

/**
 * The seconds of mean wait that pooling saves, run by run. Both desks run the same day. On the first, each agent takes one
 * half of the tickets; on the second, every agent takes all of them.
 */
export function simulatePooling(system: ErlangSystem, size: SampleSize): number[] {
  const plan = planOf(system, size, ['eng', 'tha']);
  const settings = parse(Settings, { capacity: 1, queues: [{ id: 'all', needs: ['{language}'] }] });
  const meanWaitOf = (run: number, skillsOf: (index: number) => string[]) => {
    const day = sampleDay(plan, run);
    const outcome = simulateDay(day, { settings, agents: agentsWith(system.agents, skillsOf) });
    return figuresOf(outcome, Math.floor(day.arrivesAt.length * warmUpShare)).meanWaitSeconds;
  };
  return runsOf(
    size,
    (run) => meanWaitOf(run, (i) => [i % 2 ? 'eng' : 'tha']) - meanWaitOf(run, () => ['eng', 'tha']),
  );
}

export type SystemFigures = ReturnType<typeof figuresOf>;

/** The figures of the tickets from this index on. The wait is over all of them, also those that were abandoned. */
export function figuresOf({ dispositionOf, waitMs }: Outcome, from: number) {
  let [wait, waited, abandoned] = [0, 0, 0];
  for (let i = from; i < waitMs.length; i++) {
    wait += waitMs[i]! / 1000;
    if (waitMs[i]! > 0) waited++;
    if (dispositionOf[i] === disposition.abandoned) abandoned++;
  }
  const count = waitMs.length - from;
  return { count, meanWaitSeconds: wait / count, waits: waited / count, abandonment: abandoned / count };
}

/**
 * Compares the mean over the runs with the expected value. If the runs are too few or too skewed to estimate their own
 * spread, `spreadRuns` are other runs of the same size that do.
 */
export function compareWithTheory(runs: readonly number[], expected: number, spreadRuns = runs) {
  const { mean } = meanInterval(runs)!;
  const halfWidthOf = (confidence: number) =>
    meanInterval(spreadRuns, confidence)!.halfWidth! * Math.sqrt(spreadRuns.length / runs.length);
  const isWithin = (confidence: number) => Math.abs(mean - expected) <= halfWidthOf(confidence);
  return {
    expected,
    mean,
    halfWidth: halfWidthOf(0.95),
    isWithin95: isWithin(0.95),
    isWithin999: isWithin(0.999),
  };
}
