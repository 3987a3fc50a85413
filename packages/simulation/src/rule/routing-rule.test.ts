import { choosePair, matchQueue, openPeriods, skillsNeeded, stagesOf } from '@chat-ticket/domain';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomDay } from '../day/random-day.fixture.ts';
import type { Decision } from '../engine.ts';
import { watchAskingAgain } from './asking-again.fixture.ts';
import { simulateDay } from './simulate-day.ts';

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
    fc.property(randomDay, ({ day, desk: { settings, agents } }) => {
      let last: Decision | undefined;
      const observe = (decision: Decision) => {
        const { now, tickets, agents: candidates, pair } = decision;
        if (last) expectTurnsKept(last, decision);
        last = decision;
        expect(pair).toEqual(choosePair(tickets, candidates, { strategy: settings.strategy, now }));
        for (const { load, capacity } of candidates) expect(load).toBeLessThanOrEqual(capacity);
        if (pair) assignments++;
      };
      simulateDay(day, { settings, agents }, { observe });
    }),
    { seed: 7, numRuns: 400 },
  );
  expect(assignments).toBeGreaterThan(400);
});

it('lets each ticket wait in its order, for what its queue asks after so much open time', () => {
  fc.assert(
    fc.property(randomDay, ({ day, desk: { settings, agents } }) => {
      const ways = day.kinds.map((fields) => {
        const setting = matchQueue(settings.queues, fields);
        const periods = openPeriods(setting.hours ?? null, day.startsAt, day.endsAt);
        return { fields, setting, periods, stages: stagesOf(setting) };
      });
      const asked = (ticket: number, now: number) => {
        const { fields, setting, periods, stages } = ways[ticket]!;
        const openMs = periods
          .map((period) => Math.min(period.closesAt, now) - Math.max(period.opensAt, day.arrivesAt[ticket]!))
          .reduce((sum, ms) => sum + Math.max(0, ms), 0);
        const stage = stages.findLast(({ afterMs }) => afterMs <= openMs)!;
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
      simulateDay(day, { settings, agents }, { observe });
    }),
    { seed: 11, numRuns: 200 },
  );
});

it('asks those who declined again when the rule says so, and at no other time', () => {
  let asked = 0;
  fc.assert(
    fc.property(randomDay, ({ day, desk: { settings, agents } }) => {
      const asking = watchAskingAgain(
        (id) => matchQueue(settings.queues, day.kinds[Number(id)]!).pickTimeoutSeconds * 1000,
      );
      simulateDay(day, { settings, agents }, { observe: asking.observe });
      expect(asking.faults).toEqual([]);
      asked += asking.countAsked();
    }),
    { seed: 13, numRuns: 400 },
  );
  expect(asked).toBeGreaterThan(100);
});
