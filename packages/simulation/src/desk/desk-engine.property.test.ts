import { Settings } from '@chat-ticket/contract';
import * as fc from 'fast-check';
import { parse } from 'valibot';
import { expect, it } from 'vitest';
import { randomDay } from '../day/random-day.fixture.ts';
import { type DayPlan, sampleDay } from '../day/sample-day.ts';
import { disposition, type Outcome } from '../engine/outcome.ts';
import { simulateDay } from '../rule/simulate-day.ts';
import { simulateOnDesk } from './desk-engine.ts';

// Proves that a day simulated through the real desk (api and storage) has the same outcome as the rule engine. fast-check
// generates random days and settings. Disposition, waits, agents and misses of every ticket must be equal.

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 40);
const warmUpMs = 60_000;

const toPlain = ({ agents, ...lists }: Outcome) => ({
  ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...list]])),
  agents: agents.map(({ misses, loadMs, capacityMs }) => ({ misses, loadMs, capacityMs })),
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
  'gives each ticket of an hour to the same agent at the same time as the rule engine (run %i)',
  async (run) => {
    const day = sampleDay(hour, run);
    const byRule = toPlain(simulateDay(day, desk, { warmUpMs }));
    expect(toPlain(await simulateOnDesk(day, desk, { warmUpMs }))).toEqual(byRule);
    // The hour has answered and abandoned tickets, and misses of at least three agents.
    const { dispositionOf } = simulateDay(day, desk);
    expect(day.arrivesAt.length).toBeGreaterThan(80);
    for (const end of [disposition.answered, disposition.abandoned]) expect(dispositionOf).toContain(end);
    expect(byRule.agents.filter(({ misses }) => misses > 0).length).toBeGreaterThan(2);
  },
);

it('has the outcome of the rule engine on every random day', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(randomDay, async ({ day, desk: plan }) => {
      const byRule = simulateDay(day, plan, { warmUpMs });
      expect(toPlain(await simulateOnDesk(day, plan, { warmUpMs }))).toEqual(toPlain(byRule));
    }),
    { numRuns },
  );
});
