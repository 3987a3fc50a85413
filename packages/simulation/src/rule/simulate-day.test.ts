import type { Settings } from '@chat-ticket/contract';
import type { InferInput } from 'valibot';
import { describe, expect, it } from 'vitest';
import { dayOf, settingsOf, type TicketSpec } from '../day/day.fixture.ts';
import type { AgentPlan } from '../engine/desk-plan.ts';
import type { SimulateOptions } from '../engine/engine.ts';
import { disposition } from '../engine/outcome.ts';
import { simulateDay } from './simulate-day.ts';

const nameOf = new Map<number, string>(Object.entries(disposition).map(([name, value]) => [value, name]));

/** Each ticket’s disposition, its wait in seconds, and the agent who answered. In the order of arrival. */
function simulate(
  tickets: readonly TicketSpec[],
  agents: readonly AgentPlan[],
  settings: InferInput<typeof Settings> = {},
  options: SimulateOptions = {},
) {
  const desk = { agents, settings: settingsOf(settings) };
  const { dispositionOf, waitMs, agentOf } = simulateDay(dayOf(tickets), desk, options);
  return Array.from(dispositionOf, (value, i) => {
    const hasWait = value === disposition.answered || value === disposition.abandoned;
    return [nameOf.get(value), hasWait ? waitMs[i]! / 1000 : undefined, agents[agentOf[i]!]?.id]
      .filter((part) => part !== undefined)
      .join(' ');
  });
}

const ann = { id: 'ann', skills: [], capacity: 1 };
const ben = { id: 'ben', skills: [], capacity: 1 };
const nineToFive = { timeZone: 'UTC', weekly: { mon: [{ from: '00:10', to: '00:20' }] } };
const queueWith = (over: object) => ({ queues: [{ id: 'default', ...over }] });

describe('a ticket of a simulated day', () => {
  it('goes to an agent with capacity at once, or waits for one', () => {
    const tickets = [{ at: 0, handling: 100 }, { at: 10 }, { at: 20 }];
    expect(simulate(tickets, [ann])).toEqual(['answered 0 ann', 'answered 90 ann', 'answered 140 ann']);
    expect(simulate(tickets, [{ ...ann, capacity: 2 }])).toEqual([
      'answered 0 ann',
      'answered 0 ann',
      'answered 50 ann',
    ]);
  });

  it('goes before tickets of lower priority that arrived within the time that its points are worth', () => {
    const tickets = [{ at: 0, handling: 100 }, { at: 10 }, { at: 69, priority: 1 }, { at: 75, priority: 1 }];
    expect(simulate(tickets, [ann])).toEqual([
      'answered 0 ann',
      'answered 150 ann',
      'answered 31 ann',
      'answered 145 ann',
    ]);
  });

  it('is abandoned when the patience ends before an agent is assigned', () => {
    const tickets = [
      { at: 0, handling: 100 },
      { at: 10, patience: 89 },
      { at: 20, patience: 81 },
    ];
    expect(simulate(tickets, [ann])).toEqual(['answered 0 ann', 'abandoned 89', 'answered 80 ann']);
  });

  it('takes up capacity until its wrap-up ends, which the queue can end early', () => {
    const tickets = [{ at: 0, handling: 100, wrapUp: 50 }, { at: 10 }];
    expect(simulate(tickets, [ann])[1]).toBe('answered 140 ann');
    expect(simulate(tickets, [ann], queueWith({ wrapUpSeconds: 20 }))[1]).toBe('answered 110 ann');
  });

  it('waits for the skills it needs, and accepts fewer skills and higher tiers after each widen step', () => {
    const expert = { id: 'expert', skills: ['tier:2'], capacity: 1 };
    const thai = { id: 'thai', skills: ['language:tha'], capacity: 1, shifts: [{ fromMs: 5e5, toMs: 6e5 }] };
    const widen = [
      { afterSeconds: 60, drop: ['language:{language}'] },
      { afterSeconds: 90, tier: 2 },
    ];
    const settings = queueWith({ needs: ['language:{language}'], widen });
    const ticket = { at: 0, language: 'tha' };
    expect(simulate([ticket], [thai, expert, ann], settings)).toEqual(['answered 60 ann']);
    expect(simulate([ticket], [thai, expert], settings)).toEqual(['answered 90 expert']);
    expect(simulate([ticket], [thai, ann], queueWith({ needs: ['language:tha'] }))).toEqual([
      'answered 500 thai',
    ]);
    expect(simulate([ticket], [ann], queueWith({ needs: ['language:tha'] }))).toEqual(['unserved']);
  });

  it('waits at a closed queue without widening, or is refused there', () => {
    const widen = [{ afterSeconds: 60, tier: 2 }];
    const expert = { id: 'expert', skills: ['tier:2'] };
    const tickets = [{ at: 570 }, { at: 1_170 }, { at: 1_230 }];
    const closing = (whenClosed: 'wait' | 'refuse') => queueWith({ hours: nineToFive, widen, whenClosed });
    expect(simulate(tickets, [ann], closing('wait'))).toEqual([
      'answered 30 ann',
      'answered 0 ann',
      'unserved',
    ]);
    expect(simulate(tickets, [expert], closing('wait'))).toEqual([
      'answered 90 expert',
      'unserved',
      'unserved',
    ]);
    expect(simulate(tickets, [ann], closing('refuse'))).toEqual(['refused', 'answered 0 ann', 'refused']);
  });
});

describe('an agent of a simulated day', () => {
  it('gets no new tickets outside its shifts, but finishes those it has', () => {
    const shifts = [
      { fromMs: 50_000, toMs: 100_000 },
      { fromMs: 300_000, toMs: 400_000 },
    ];
    const tickets = [{ at: 0, handling: 90 }, { at: 60 }];
    expect(simulate(tickets, [{ ...ann, shifts }])).toEqual(['answered 50 ann', 'answered 240 ann']);
  });

  it('loses a ticket that it picks too late to another agent, and the ticket keeps its rank', () => {
    const tickets = [{ at: 0, pickDelays: [70, 1] }, { at: 50 }, { at: 55 }, { at: 58 }];
    expect(simulate(tickets, [ann, { ...ben, shifts: [{ fromMs: 40_000, toMs: 4e6 }] }])).toEqual([
      'answered 110 ben',
      'answered 0 ben',
      'answered 5 ann',
      'answered 62 ann',
    ]);
  });

  it('loses a customer whose patience ends before the late pick', () => {
    expect(simulate([{ at: 0, pickDelays: [70], patience: 30 }], [ann])).toEqual(['abandoned 60']);
    expect(simulate([{ at: 0, pickDelays: [70], patience: 30 }], [ann, ben])).toEqual(['abandoned 120']);
    expect(simulate([{ at: 0, pickDelays: [70, 0], patience: 30 }], [ann, ben])).toEqual(['answered 60 ben']);
    expect(simulate([{ at: 0, pickDelays: [70], patience: 100 }], [ann])).toEqual(['abandoned 100']);
    expect(simulate([{ at: 0, pickDelays: [60], patience: 30 }], [ann])).toEqual(['answered 0 ann']);
  });

  it('is away until its next shift after too many misses in a row', () => {
    const shifts = [
      { fromMs: 0, toMs: 1_000_000 },
      { fromMs: 1_000_000, toMs: 2_000_000 },
    ];
    const late = [70, 0];
    const misses = [{ at: 0, pickDelays: late }, { at: 100, pickDelays: late }, { at: 200 }];
    expect(simulate(misses, [{ ...ann, shifts }])).toEqual([
      'answered 1000 ann',
      'answered 960 ann',
      'answered 920 ann',
    ]);
    expect(simulate(misses, [{ ...ann, shifts }], { missesUntilAway: 3 })).toEqual([
      'answered 160 ann',
      'answered 120 ann',
      'answered 80 ann',
    ]);
    const apart = [{ at: 0, pickDelays: late }, { at: 61 }, { at: 130, pickDelays: late }, { at: 200 }];
    expect(simulate(apart, [{ ...ann, shifts }])[3]).toBe('answered 41 ann');
  });

  it('is asked again for a ticket that it missed once no other agent is on duty, not even a full one', () => {
    const tickets = [
      { at: 0, handling: 300 },
      { at: 10, pickDelays: [70, 0] },
    ];
    expect(simulate(tickets, [ann, ben])).toEqual(['answered 0 ann', 'answered 290 ann']);
    const shifts = [{ fromMs: 0, toMs: 140_000 }];
    expect(simulate(tickets, [{ ...ann, shifts }, ben])).toEqual(['answered 0 ann', 'answered 180 ben']);
  });

  it('keeps others from being asked again even if it has no capacity, and the day still ends', () => {
    const late = [{ at: 0, pickDelays: [70] }];
    const withoutCapacity = { ...ben, capacity: 0 };
    expect(simulate(late, [ann, withoutCapacity], { missesUntilAway: 9 })).toEqual(['unserved']);
  });

  it('counts its load and capacity during its shifts, after the warm-up', () => {
    const day = dayOf([
      { at: 0, handling: 1_000 },
      { at: 500, handling: 200 },
    ]);
    const agents = [{ ...ann, capacity: 2, shifts: [{ fromMs: 0, toMs: 900_000 }] }, ben];
    const settings = settingsOf({ strategy: 'round_robin' });
    const { agents: outcomes } = simulateDay(day, { agents, settings }, { warmUpMs: 400_000 });
    expect(outcomes).toEqual([
      { misses: 0, loadMs: 500_000, capacityMs: 1_000_000 },
      { misses: 0, loadMs: 200_000, capacityMs: 3_200_000 },
    ]);
  });
});
