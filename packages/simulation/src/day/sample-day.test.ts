import { expect, it } from 'vitest';
import type { Day } from './day.ts';
import { type DayPlan, sampleDay } from './sample-day.ts';

const kind = { entityId: 'FP_TH', language: 'tha', ccr: null, priority: 0 };
const other = { ...kind, language: 'eng' };
const hour = 3_600_000;
const plan: DayPlan = {
  seed: 4,
  startsAt: 1_000_000,
  durationMs: 100 * hour,
  arrivals: {
    rates: [
      { kind, perHour: 60, fromMs: 0, toMs: Infinity },
      { kind: other, perHour: 240, fromMs: 10 * hour, toMs: 20 * hour },
    ],
  },
  handling: { distribution: 'exponential', meanSeconds: 300 },
  patience: { distribution: 'exponential', meanSeconds: 100 },
  pickDelay: { distribution: 'exponential', meanSeconds: 10 },
};
const arrivalsOf = (day: Day, index: number) => day.arrivesAt.filter((_, i) => day.kindOf[i] === index);

it('draws arrivals in order, each kind at its rate and within its hours', () => {
  const day = sampleDay(plan, 0);
  expect(day.kinds).toEqual([kind, other]);
  expect(day.arrivesAt).toEqual(day.arrivesAt.toSorted());
  const [first, second] = [arrivalsOf(day, 0), arrivalsOf(day, 1)];
  // Within 4 standard deviations of the expected count.
  expect(Math.abs(first.length - 6_000)).toBeLessThan(4 * Math.sqrt(6_000));
  expect(Math.abs(second.length - 2_400)).toBeLessThan(4 * Math.sqrt(2_400));
  expect(Math.min(...second)).toBeGreaterThanOrEqual(plan.startsAt + 10 * hour);
  expect(Math.max(...second)).toBeLessThan(plan.startsAt + 20 * hour);
  expect(Math.max(...first)).toBeLessThan(day.endsAt);
});

const plain = (day: Day) => ({ ...day, pickDelayMs: [day.pickDelayMs?.(3, 0), day.pickDelayMs?.(3, 1)] });

it('draws one day for each seed and run', () => {
  expect(plain(sampleDay(plan, 1))).toEqual(plain(sampleDay(plan, 1)));
  expect(sampleDay(plan, 1).arrivesAt).not.toEqual(sampleDay(plan, 2).arrivesAt);
  expect(sampleDay({ ...plan, seed: 5 }, 1).arrivesAt).not.toEqual(sampleDay(plan, 1).arrivesAt);
});

it('keeps the other draws when one part of the plan changes', () => {
  const day = sampleDay(plan, 0);
  const { patience: _, ...patient } = plan;
  const changed = sampleDay({ ...patient, handling: { distribution: 'constant', seconds: 1 } }, 0);
  expect(changed.arrivesAt).toEqual(day.arrivesAt);
  expect(changed.pickDelayMs?.(7, 2)).toBe(day.pickDelayMs?.(7, 2));
  expect(sampleDay(patient, 0).handlingMs).toEqual(day.handlingMs);
  expect(changed.patienceMs.every((ms) => ms === Infinity)).toBe(true);
});

it('draws the pick delay of each offer independently', () => {
  const { pickDelayMs } = sampleDay(plan, 0);
  const delays = Array.from({ length: 1_000 }, (_, ticket) => [0, 1, 2].map((n) => pickDelayMs!(ticket, n)));
  expect(new Set(delays.flat()).size).toBeGreaterThan(2_600);
});

it('uses the recorded values and draws the missing ones', () => {
  const recorded = [
    { kind, arrivesAt: 2_000_000, handlingMs: 5_000 },
    { kind: other, arrivesAt: 2_000_500, patienceMs: 7_000 },
    { kind, arrivesAt: 2_000_700 },
  ];
  const day = sampleDay({ ...plan, arrivals: { recorded } }, 0);
  const drawn = sampleDay(plan, 0);
  expect([...day.kindOf]).toEqual([0, 1, 0]);
  expect([...day.handlingMs]).toEqual([5_000, drawn.handlingMs[1], drawn.handlingMs[2]]);
  expect([...day.patienceMs]).toEqual([drawn.patienceMs[0], 7_000, drawn.patienceMs[2]]);
});
