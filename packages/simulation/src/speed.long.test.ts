import { Settings } from '@chat-ticket/contract';
import { parse } from 'valibot';
import { expect, it } from 'vitest';
import { type DayPlan, sampleDay } from './day/sample-day.ts';
import { measureDay } from './measure/measure-day.ts';
import { simulateDay } from './rule/simulate-day.ts';

// Shows how many tickets per minute the simulator handles. It simulates nine days of 500,000 tickets for each of two desks
// and prints the speed. It proves only that every ticket is counted.

const rounds = 9;
const ticketsPerRound = 500_000;
const agentCount = 50;
const handlingSeconds = 300;

const languages = ['eng', 'tha', 'zho', 'msa', 'fil'];
const basic = { agents: agentsWith(() => []), settings: parse(Settings, { capacity: 1 }) };
const skilled = {
  agents: agentsWith((i) => [
    ...[languages[i % 5]!, languages[(i + 1) % 5]!].map((language) => `language:${language}`),
    ...(i % 10 === 0 ? ['tier:2'] : []),
  ]),
  settings: parse(Settings, {
    capacity: 1,
    queues: [
      { id: 'thai', takes: { languages: ['tha'] }, needs: ['language:tha'], priority: 2 },
      { id: 'rest', needs: ['language:{language}'] },
    ].map((queue) => Object.assign(queue, { widen: [{ afterSeconds: 60, tier: 2 }] })),
  }),
};

function agentsWith(skillsOf: (index: number) => string[]) {
  return Array.from({ length: agentCount }, (_, i) => ({ id: `agent-${i}`, skills: skillsOf(i) }));
}

function planOf(seed: number, isBasic: boolean): DayPlan {
  const perHour = (3_600 / handlingSeconds) * agentCount * 0.9;
  const kinds = languages.map((language) => ({ entityId: 'FP_SG', language, ccr: 'delivery', priority: 0 }));
  return {
    seed,
    startsAt: 0,
    durationMs: (ticketsPerRound / perHour) * 3_600_000,
    arrivals: {
      rates: kinds.map((kind) => ({ kind, perHour: perHour / 5, fromMs: 0, toMs: Infinity })),
    },
    handling: { distribution: 'exponential', meanSeconds: handlingSeconds },
    ...(!isBasic && {
      patience: { distribution: 'exponential', meanSeconds: 600 },
      pickDelay: { distribution: 'exponential', meanSeconds: 8 },
    }),
  };
}

// The speed is printed and not asserted, because it depends on the machine.
it.each([
  ['one queue and no skills', basic],
  ['five languages, two queues, widening, patience and pick delays', skilled],
])('prints the tickets a minute for 50 agents at load 0.9 with %s', (name, desk) => {
  const perMinute = Array.from({ length: rounds }, (_, seed) => {
    const startedAt = performance.now();
    const day = sampleDay(planOf(seed, desk === basic), 0);
    const outcome = simulateDay(day, desk);
    const goalSeconds = desk.settings.queues.map(({ goal }) => goal.seconds);
    const { total } = measureDay(day, outcome, { warmUpMs: 0, thresholdsSeconds: [60], goalSeconds });
    const minutes = (performance.now() - startedAt) / 60_000;
    expect(total['tickets']).toBe(day.arrivesAt.length);
    return day.arrivesAt.length / minutes / 1e6;
  }).toSorted((a, b) => a - b);
  const [min, median, max] = [0, Math.floor(rounds / 2), rounds - 1].map((i) => perMinute[i]!.toFixed(1));
  console.log(`${name}: ${median} million tickets a minute (${min} to ${max} over ${rounds} rounds)`);
});
