import { Settings } from '@chat-ticket/contract';
import * as fc from 'fast-check';
import { parse } from 'valibot';
import { expect, it } from 'vitest';
import { randomDay } from '../day/random-day.fixture.ts';
import { type DayPlan, sampleDay } from '../day/sample-day.ts';
import { fate, type Outcome } from '../rule/outcome.ts';
import { simulateDay } from '../rule/simulate-day.ts';
import { simulateAtDesk } from './simulate-at-desk.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 40);
const warmUpMs = 60_000;

const plain = ({ agents, ...lists }: Outcome) => ({
  ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...list]])),
  agents: agents.map(({ misses, loadMs, roomMs }) => ({ misses, loadMs, roomMs })),
});

const rate = (language: string | null, perHour: number) => ({
  kind: { entityId: 'FP_SG', language, ccr: 'delivery - late', priority: 0 },
  perHour,
  fromMs: 0,
  toMs: Infinity,
});
const hour: DayPlan = {
  seed: 1,
  startsAt: Date.parse('2026-06-01T00:00:00Z'),
  durationMs: 3_600_000,
  arrivals: { rates: [rate('tha', 40), rate('eng', 60), rate(null, 20)] },
  handling: { distribution: 'lognormal', meanSeconds: 300, sdSeconds: 200 },
  patience: { distribution: 'exponential', meanSeconds: 400 },
  pickDelay: { distribution: 'exponential', meanSeconds: 30 },
  wrapUp: { distribution: 'exponential', meanSeconds: 40 },
};
const desk = {
  settings: parse(Settings, {
    capacity: 2,
    queues: [
      {
        id: 'thai',
        takes: { languages: ['tha'] },
        needs: ['language:tha'],
        widen: [
          { afterSeconds: 60, tier: 2 },
          { afterSeconds: 240, drop: ['language:tha'] },
        ],
        pickTimeoutSeconds: 45,
        wrapUpSeconds: 60,
      },
      { id: 'rest', needs: ['language:{language}'], widen: [{ afterSeconds: 120, tier: 2 }], priority: 1 },
    ],
  }),
  agents: [
    { id: 'lead', skills: ['language:tha', 'language:eng', 'tier:2'], capacity: 3 },
    ...['eng-1', 'eng-2'].map((id) => ({ id, skills: ['language:eng'] })),
    { id: 'tha-1', skills: ['language:tha'], shifts: [{ fromMs: 0, toMs: 2_400_000 }] },
    { id: 'tha-2', skills: ['language:tha'], shifts: [{ fromMs: 900_000, toMs: 3_600_000 }] },
  ],
};

it.each([0, 1, 2])(
  'gives each chat of an hour to the agent that the rule gives it to, at the same time (run %i)',
  async (run) => {
    const day = sampleDay(hour, run);
    const byRule = plain(simulateDay(day, desk, { warmUpMs }));
    expect(plain(await simulateAtDesk(day, desk, { warmUpMs }))).toEqual(byRule);
    // The hour has all that is compared: answers, customers who left, misses of every agent but few.
    const { fateOf } = simulateDay(day, desk);
    expect(day.arrivesAt.length).toBeGreaterThan(80);
    for (const end of [fate.answered, fate.abandoned]) expect(fateOf).toContain(end);
    expect(byRule.agents.filter(({ misses }) => misses > 0).length).toBeGreaterThan(2);
  },
);

it('makes of every small day what the rule makes of it', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(randomDay, async ({ day, desk: plan }) => {
      const byRule = simulateDay(day, plan, { warmUpMs });
      expect(plain(await simulateAtDesk(day, plan, { warmUpMs }))).toEqual(plain(byRule));
    }),
    { numRuns },
  );
});
