import { defaultSettings, Settings } from '@chat-ticket/contract';
import { parse } from 'valibot';
import type { Day } from '../day/day.ts';
import { createRandom } from '../day/random.ts';
import { type DayPlan, sampleDay } from '../day/sample-day.ts';
import type { DeskPlan } from '../engine.ts';
import { meanInterval } from '../report/mean-interval.ts';
import { fate, type Outcome } from '../rule/outcome.ts';
import { simulateDay } from '../rule/simulate-day.ts';
import { presentLaw, type Shop } from './erlang.fixture.ts';

export type { Shop };
export type PatientShop = Shop & { readonly patienceSeconds?: number };
export type Effort = { readonly seed: number; readonly runs: number; readonly ticketsPerRun: number };
/** A day of a shop, and the first of its tickets that counts. */
type ShopDay = { readonly day: Day; readonly from: number };
type ShopDays = { readonly desk: DeskPlan; readonly dayOf: (run: number) => ShopDay };

const kindOf = (language: string | null) => ({ entityId: '', language, ccr: null, priority: 0 });
const warmUpShare = 0.1;
/** Apart from those of a day. */
const presentStream = 500;

function planOf(shop: PatientShop, effort: Effort, languages: (string | null)[]) {
  const perHour = (3_600 * shop.agents * shop.load) / shop.handlingSeconds;
  const plan: DayPlan = {
    seed: effort.seed,
    startsAt: Date.parse('2026-06-01T00:00:00Z'),
    durationMs: (effort.ticketsPerRun / perHour) * 3_600_000,
    arrivals: {
      rates: languages.map((language) => ({
        kind: kindOf(language),
        perHour: perHour / languages.length,
        fromMs: 0,
        toMs: Infinity,
      })),
    },
    handling: { distribution: 'exponential', meanSeconds: shop.handlingSeconds },
  };
  if (shop.patienceSeconds === undefined) return plan;
  return { ...plan, patience: { distribution: 'exponential', meanSeconds: shop.patienceSeconds } } as const;
}

const crewOf = (count: number, skills: (index: number) => string[]) =>
  Array.from({ length: count }, (_, i) => ({ id: `agent-${i}`, skills: skills(i) }));

const deskOf = ({ agents }: Shop) => ({
  settings: { ...defaultSettings, capacity: 1 },
  agents: crewOf(agents, () => []),
});

const runsOf = <Run>({ runs }: Effort, run: (run: number) => Run) =>
  Array.from({ length: runs }, (_, i) => run(i));

/** A shop as Erlang has it, as a desk that starts empty; the first tenth of its tickets is cut. */
export function emptyShop(shop: PatientShop, effort: Effort): ShopDays {
  const plan = planOf(shop, effort, [null]);
  const dayOf = (run: number) => {
    const day = sampleDay(plan, run);
    return { day, from: Math.floor(day.arrivesAt.length * warmUpShare) };
  };
  return { desk: deskOf(shop), dayOf };
}

/**
 * The same, as if it had been open for ever: how many a customer finds is drawn by theory, they come at once with that
 * customer, and are not counted. As nothing in it remembers how long it has lasted, no ticket is biased.
 */
export function steadyShop(shop: PatientShop, effort: Effort): ShopDays {
  // Twice as long as is needed, so that no day has too few tickets.
  const plan = planOf(shop, { ...effort, ticketsPerRun: 2 * effort.ticketsPerRun }, [null]);
  const law = presentLaw(shop, shop.patienceSeconds);
  const dayOf = (run: number) => {
    const drawn = createRandom(effort.seed, run, presentStream)();
    const present = law.findIndex((share) => drawn < share);
    const { startsAt } = plan;
    const later = sampleDay(plan, run).arrivesAt.slice(0, effort.ticketsPerRun - 1);
    const record = [...Array<number>(present + 1).fill(startsAt), ...later].map((arrivesAt) => ({
      kind: kindOf(null),
      arrivesAt,
    }));
    return { day: sampleDay({ ...plan, arrivals: { record } }, run), from: present };
  };
  return { desk: deskOf(shop), dayOf };
}

/** Each run’s figures of a shop, simulated by the desk’s own rules. */
export function simulateShop(shop: PatientShop, effort: Effort, daysOf = emptyShop) {
  const { desk, dayOf } = daysOf(shop, effort);
  return runsOf(effort, (run) => {
    const { day, from } = dayOf(run);
    return figuresOf(simulateDay(day, desk), from);
  });
}

/** What pooling saves of the mean wait, run by run: the same day with agents for one half of it each, or for all. */
export function simulatePooling(shop: Shop, effort: Effort): number[] {
  const plan = planOf(shop, effort, ['eng', 'tha']);
  const settings = parse(Settings, { capacity: 1, queues: [{ id: 'all', needs: ['{language}'] }] });
  const meanWaitOf = (run: number, skills: (index: number) => string[]) => {
    const day = sampleDay(plan, run);
    const outcome = simulateDay(day, { settings, agents: crewOf(shop.agents, skills) });
    return figuresOf(outcome, Math.floor(day.arrivesAt.length * warmUpShare)).meanWaitSeconds;
  };
  return runsOf(
    effort,
    (run) => meanWaitOf(run, (i) => [i % 2 ? 'eng' : 'tha']) - meanWaitOf(run, () => ['eng', 'tha']),
  );
}

export type ShopFigures = ReturnType<typeof figuresOf>;

export function figuresOf({ fateOf, waitMs }: Outcome, from: number) {
  let [wait, waited, abandoned] = [0, 0, 0];
  for (let i = from; i < waitMs.length; i++) {
    wait += waitMs[i]! / 1000;
    if (waitMs[i]! > 0) waited++;
    if (fateOf[i] === fate.abandoned) abandoned++;
  }
  const count = waitMs.length - from;
  return { count, meanWaitSeconds: wait / count, waits: waited / count, abandonment: abandoned / count };
}

/**
 * Where the mean over the runs stands against what theory says. Runs that are too few or too skewed to tell their own
 * spread need others that are `alike` to tell it.
 */
export function judge(runs: readonly number[], expected: number, alike = runs) {
  const { mean } = meanInterval(runs)!;
  const halfWidthOf = (confidence: number) =>
    meanInterval(alike, confidence)!.halfWidth! * Math.sqrt(alike.length / runs.length);
  const isWithin = (confidence: number) => Math.abs(mean - expected) <= halfWidthOf(confidence);
  return {
    expected,
    mean,
    halfWidth: halfWidthOf(0.95),
    within95: isWithin(0.95),
    within999: isWithin(0.999),
  };
}
