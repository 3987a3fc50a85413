import { defaultSettings, Settings } from '@chat-ticket/contract';
import { parse } from 'valibot';
import type { Shop } from './erlang.fixture.ts';
import { meanInterval } from './mean-interval.ts';
import { fate, type Outcome } from './outcome.ts';
import { type DayPlan, sampleDay } from './sample-day.ts';
import { simulateDay } from './simulate-day.ts';

export type Effort = { readonly seed: number; readonly runs: number; readonly ticketsPerRun: number };

const kindOf = (language: string | null) => ({ entityId: '', language, ccr: null, priority: 0 });
const warmUpShare = 0.1;

function planOf(shop: Shop & { patienceSeconds?: number }, effort: Effort, languages: (string | null)[]) {
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

const runsOf = <Run>({ runs }: Effort, run: (run: number) => Run) =>
  Array.from({ length: runs }, (_, i) => run(i));

/** A shop as Erlang has it, as a desk, and its days. */
export function shopDesk(shop: Shop & { patienceSeconds?: number }, effort: Effort) {
  const plan = planOf(shop, effort, [null]);
  const desk = { settings: { ...defaultSettings, capacity: 1 }, agents: crewOf(shop.agents, () => []) };
  return { desk, dayOf: (run: number) => sampleDay(plan, run) };
}

/** Each run’s figures of a shop, simulated by the desk’s own rules; the first tenth is cut. */
export function simulateShop(shop: Shop & { patienceSeconds?: number }, effort: Effort) {
  const { desk, dayOf } = shopDesk(shop, effort);
  return runsOf(effort, (run) => figuresOf(simulateDay(dayOf(run), desk)));
}

/** What pooling saves of the mean wait, run by run: the same day with agents for one half of it each, or for all. */
export function simulatePooling(shop: Shop, effort: Effort): number[] {
  const plan = planOf(shop, effort, ['eng', 'tha']);
  const settings = parse(Settings, { capacity: 1, queues: [{ id: 'all', needs: ['{language}'] }] });
  const meanWaitOf = (run: number, skills: (index: number) => string[]) =>
    figuresOf(simulateDay(sampleDay(plan, run), { settings, agents: crewOf(shop.agents, skills) }))
      .meanWaitSeconds;
  return runsOf(
    effort,
    (run) => meanWaitOf(run, (i) => [i % 2 ? 'eng' : 'tha']) - meanWaitOf(run, () => ['eng', 'tha']),
  );
}

export function figuresOf({ fateOf, waitMs }: Outcome) {
  const from = Math.floor(waitMs.length * warmUpShare);
  let [wait, waited, abandoned] = [0, 0, 0];
  for (let i = from; i < waitMs.length; i++) {
    wait += waitMs[i]! / 1000;
    if (waitMs[i]! > 0) waited++;
    if (fateOf[i] === fate.abandoned) abandoned++;
  }
  const count = waitMs.length - from;
  return { count, meanWaitSeconds: wait / count, waits: waited / count, abandonment: abandoned / count };
}

/** Where the mean over the runs stands against what theory says. */
export function judge(runs: readonly number[], expected: number) {
  const { mean, halfWidth } = meanInterval(runs)!;
  const isWithin = (confidence: number) =>
    Math.abs(mean - expected) <= meanInterval(runs, confidence)!.halfWidth!;
  return { expected, mean, halfWidth: halfWidth!, within95: isWithin(0.95), within999: isWithin(0.999) };
}
