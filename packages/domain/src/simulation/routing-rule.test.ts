import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openPeriods } from '../queue/opening-hours.ts';
import { choosePair } from '../routing/choose.ts';
import { matchQueue } from '../routing/match-queue.ts';
import { skillsNeeded, stagesOf } from '../routing/stage.ts';
import { watchAskingAgain } from './asking-again.fixture.ts';
import { type Chat, dayOf, settingsOf } from './day.fixture.ts';
import { type Decision, simulateDay } from './simulate-day.ts';

// Few and round numbers, so that much falls due at the same time.
const seconds = (max: number) => fc.integer({ min: 0, max: max / 20 }).map((n) => n * 20);
const skill = fc.constantFrom('language:eng', 'language:tha', 'vip', 'tier:2', 'tier:3');
const language = fc.constantFrom('eng', 'tha', null);
const needs = ['language:{language}', 'vip'];

const chat: fc.Arbitrary<Chat> = fc.record({
  at: seconds(600),
  language,
  priority: fc.integer({ min: 0, max: 3 }),
  handling: seconds(400),
  patience: fc.oneof(seconds(300), fc.constant(Infinity)),
  wrapUp: seconds(60),
  picks: fc.array(seconds(80), { minLength: 1, maxLength: 3 }),
});
const agent = fc.record(
  {
    skills: fc.uniqueArray(skill, { maxLength: 3 }),
    capacity: fc.integer({ min: 0, max: 3 }),
    shifts: fc.tuple(seconds(300), seconds(300), seconds(300)).map(([from, first, next]) => [
      { fromMs: from * 1000, toMs: (from + first) * 1000 },
      { fromMs: (from + first + next) * 1000, toMs: (from + first + next + 600) * 1000 },
    ]),
  },
  { requiredKeys: ['skills'] },
);
const interval = fc.constantFrom({ from: '00:00', to: '00:05' }, { from: '00:02', to: '00:07' });
const queue = fc.record(
  {
    needs: fc.subarray(needs),
    priority: fc.integer({ min: 0, max: 2 }),
    pickTimeoutSeconds: fc.constantFrom(20, 60),
    hours: interval.map((mon) => ({ timeZone: 'UTC', weekly: { mon: [mon] } })),
    whenClosed: fc.constantFrom('wait', 'refuse'),
    steps: fc.uniqueArray(fc.constantFrom(20, 60, 200), { minLength: 2, maxLength: 2 }),
  },
  { requiredKeys: ['needs', 'priority', 'pickTimeoutSeconds', 'whenClosed', 'steps'] },
);
function widening<Queue extends { steps: number[]; needs: string[] }>({ steps, ...setting }: Queue) {
  const [first, second] = steps.toSorted((a, b) => a - b);
  const drop = setting.needs.slice(0, 1);
  return {
    ...setting,
    widen: [
      { afterSeconds: first!, drop },
      { afterSeconds: second!, tier: 2 },
    ],
  };
}
const desk = fc.record({
  strategy: fc.constantFrom('least_loaded', 'longest_idle', 'round_robin'),
  capacity: fc.integer({ min: 1, max: 2 }),
  missesUntilAway: fc.integer({ min: 1, max: 3 }),
  queues: fc.tuple(queue, queue).map(([thai, rest]) => [
    { id: 'thai', takes: { languages: ['tha'] }, ...widening(thai) },
    { id: 'rest', ...widening(rest) },
  ]),
});
const scenario = fc.record({
  chats: fc.array(chat, { maxLength: 14 }),
  agents: fc.array(agent, { maxLength: 4 }),
  desk,
});

/** An agent’s turn moves with its load and with its coming, and with nothing else. */
function expectTurnsKept(last: Decision, { now, agents }: Decision) {
  for (const [i, { routable, load, idleSince, assignedAt }] of agents.entries()) {
    const before = last.agents[i]!;
    const isMoved = load !== before.load || (routable && !before.routable);
    expect(idleSince).toBe(isMoved ? now : before.idleSince);
    expect(assignedAt).toBe(load > before.load ? now : before.assignedAt);
  }
}

it('makes every decision, and at any time no other, as the routing rule does', () => {
  let assignments = 0;
  fc.assert(
    fc.property(scenario, ({ chats, agents, desk: input }) => {
      const settings = settingsOf(input);
      const plans = agents.map((plan, i) => ({ id: `agent-${i}`, ...plan }));
      let last: Decision | undefined;
      const observe = (decision: Decision) => {
        const { now, tickets, agents: candidates, pair } = decision;
        if (last) expectTurnsKept(last, decision);
        last = decision;
        expect(pair).toEqual(choosePair(tickets, candidates, { strategy: settings.strategy, now }));
        for (const { load, capacity } of candidates) expect(load).toBeLessThanOrEqual(capacity);
        if (pair) assignments++;
      };
      simulateDay(dayOf(chats, 600), { settings, agents: plans }, { observe });
    }),
    { seed: 7, numRuns: 400 },
  );
  expect(assignments).toBeGreaterThan(400);
});

it('lets each ticket wait in its order, for what its queue asks after so much open time', () => {
  fc.assert(
    fc.property(scenario, ({ chats, agents, desk: input }) => {
      const settings = settingsOf(input);
      const day = dayOf(chats, 600);
      const asked = (ticket: number, now: number) => {
        const fields = day.kinds[ticket]!;
        const setting = matchQueue(settings.queues, fields);
        const openMs = openPeriods(setting.hours ?? null, day.startsAt, day.endsAt)
          .map((period) => Math.min(period.closesAt, now) - Math.max(period.opensAt, day.arrivesAt[ticket]!))
          .reduce((sum, ms) => sum + Math.max(0, ms), 0);
        const stage = stagesOf(setting).findLast(({ afterMs }) => afterMs <= openMs)!;
        const rank = day.arrivesAt[ticket]! - (fields.priority + setting.priority) * 60_000;
        return { rank, tierTo: stage.tier, needs: skillsNeeded(stage.needs, fields) };
      };
      const observe = ({ now, tickets }: Decision) => {
        for (const { id, rank, tierTo, needs: present } of tickets)
          // What falls due in this very millisecond may stand behind what is just decided.
          expect([asked(Number(id), now - 1), asked(Number(id), now)]).toContainEqual({
            rank,
            tierTo,
            needs: present,
          });
      };
      const plans = agents.map((plan, i) => ({ id: `agent-${i}`, ...plan }));
      simulateDay(day, { settings, agents: plans }, { observe });
    }),
    { seed: 11, numRuns: 200 },
  );
});

it('asks those who declined again when the rule says so, and at no other time', () => {
  let asked = 0;
  fc.assert(
    fc.property(scenario, ({ chats, agents, desk: input }) => {
      const settings = settingsOf(input);
      const day = dayOf(chats, 600);
      const asking = watchAskingAgain(
        (id) => matchQueue(settings.queues, day.kinds[Number(id)]!).pickTimeoutSeconds * 1000,
      );
      const plans = agents.map((plan, i) => ({ id: `agent-${i}`, ...plan }));
      simulateDay(day, { settings, agents: plans }, { observe: asking.observe });
      expect(asking.faults).toEqual([]);
      asked += asking.countAsked();
    }),
    { seed: 13, numRuns: 400 },
  );
  expect(asked).toBeGreaterThan(100);
});
