import { expect, it } from 'vitest';
import { dayOf, settingsOf, type TicketSpec } from '../day/day.fixture.ts';
import { simulateDay } from '../rule/simulate-day.ts';
import { measureDay } from './measure-day.ts';
import { summarise, summariseDifference } from './summarise.ts';

const tickets: TicketSpec[] = [
  { at: 0, handling: 100 },
  { at: 100, handling: 100 },
  { at: 110, handling: 100, language: 'tha' },
  { at: 120, handling: 100, patience: 60 },
  { at: 130, handling: 100 },
];
const settings = settingsOf({
  queues: [
    { id: 'thai', takes: { languages: ['tha'] }, goal: { seconds: 100, percent: 80 } },
    { id: 'rest' },
  ],
});
const figuresOf = (given: TicketSpec[], count = 1) => {
  const day = dayOf(given, 1_000);
  const agents = Array.from({ length: count }, (_, i) => ({ id: `agent-${i}`, skills: [], capacity: 1 }));
  const outcome = simulateDay(day, { settings, agents }, { warmUpMs: 50_000 });
  const options = { warmUpMs: 50_000, thresholdsSeconds: [0, 90], goalSeconds: [100, 60] };
  return measureDay(day, outcome, options);
};

it('measures the tickets after the warm-up, in total, by queue and by agent', () => {
  const { total, queues, agents } = figuresOf(tickets);
  expect(total).toEqual({
    tickets: 4,
    refused: 0,
    answered: 3,
    abandoned: 1,
    unserved: 0,
    abandonment: 0.25,
    serviceLevel: 0.5,
    meanWaitSeconds: (0 + 90 + 170) / 3,
    p50WaitSeconds: 90,
    p90WaitSeconds: 170,
    p99WaitSeconds: 170,
    waitOver0Seconds: 2 / 3,
    waitOver90Seconds: 1 / 3,
    occupancy: 350 / 950,
  });
  expect(queues).toMatchObject([
    { tickets: 1, answered: 1, serviceLevel: 1, meanWaitSeconds: 90 },
    { tickets: 3, answered: 2, abandoned: 1, serviceLevel: 1 / 3, meanWaitSeconds: 85 },
  ]);
  expect(agents).toEqual([{ answered: 3, misses: 0, occupancy: 350 / 950 }]);
});

it('has no figures where there was nothing to measure', () => {
  const { total } = figuresOf([]);
  expect(total).toMatchObject({ tickets: 0, abandonment: Number.NaN, meanWaitSeconds: Number.NaN });
  expect(total).toMatchObject({ p50WaitSeconds: Number.NaN, waitOver0Seconds: Number.NaN, occupancy: 0 });
  expect(summarise([figuresOf([])]).total).not.toHaveProperty('meanWaitSeconds');
});

it('compares two desks run by run, so that the variation between days cancels out', () => {
  const days = [tickets, tickets.slice(0, 3), tickets.slice(1)];
  const [one, two] = [1, 2].map((count) => days.map((day) => figuresOf(day, count)));
  const difference = summariseDifference(one!, two!);
  expect(difference['tickets']).toEqual({ mean: 0, halfWidth: 0 });
  const differences = one!.map(
    ({ total }, i) => two![i]!.total['meanWaitSeconds']! - total['meanWaitSeconds']!,
  );
  expect(difference['meanWaitSeconds']!.mean).toBeCloseTo(
    differences.reduce((sum, each) => sum + each, 0) / 3,
  );
  expect(difference['meanWaitSeconds']!.mean).toBeLessThan(0);
});
