import { choosePair, matchQueue, openPeriods, skillsNeeded, stagesOf } from '@chat-ticket/domain';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomDay } from '../day/random-day.fixture.ts';
import type { Decision } from '../engine/engine.ts';
import { createAskingAgainCheck } from './asking-again-check.fixture.ts';
import { simulateDay } from './simulate-day.ts';

// Proves that the simulator’s incremental bookkeeping makes the decisions of the routing rules in domain. fast-check
// generates random days, and after every event the decision is compared with the rule applied to all tickets and agents.
// @see packages/domain/src/routing/choose.ts#choosePair, match-queue.ts, stage.ts, asks-again.ts

/** An agent’s turn changes only when its load changes or its shift starts. */
function expectTurnsUnchanged(last: Decision, { now, agents }: Decision) {
  for (const [i, { routable, load, idleSince, assignedAt }] of agents.entries()) {
    const before = last.agents[i]!;
    const hasChanged = load !== before.load || (routable && !before.routable);
    expect(idleSince).toBe(hasChanged ? now : before.idleSince);
    expect(assignedAt).toBe(load > before.load ? now : before.assignedAt);
  }
}

it('makes the decision of the routing rule after every event', () => {
  let assignments = 0;
  fc.assert(
    fc.property(randomDay, ({ day, desk: { settings, agents } }) => {
      let last: Decision | undefined;
      const observe = (decision: Decision) => {
        const { now, tickets, agents: candidates, pair } = decision;
        if (last) expectTurnsUnchanged(last, decision);
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

it('gives each waiting ticket the rank and the requirements that its queue has after its open time', () => {
  fc.assert(
    fc.property(randomDay, ({ day, desk: { settings, agents } }) => {
      const kinds = day.kinds.map((fields) => {
        const setting = matchQueue(settings.queues, fields);
        const periods = openPeriods(setting.hours ?? null, day.startsAt, day.endsAt);
        return { fields, setting, periods, stages: stagesOf(setting) };
      });
      const expectedFor = (ticket: number, now: number) => {
        const { fields, setting, periods, stages } = kinds[ticket]!;
        const openMs = periods
          .map((period) => Math.min(period.closesAt, now) - Math.max(period.opensAt, day.arrivesAt[ticket]!))
          .reduce((sum, ms) => sum + Math.max(0, ms), 0);
        const stage = stages.findLast(({ afterMs }) => afterMs <= openMs)!;
        const rank = day.arrivesAt[ticket]! - (fields.priority + setting.priority) * 60_000;
        return { rank, tierTo: stage.tier, needs: skillsNeeded(stage.needs, fields) };
      };
      const observe = ({ now, tickets }: Decision) => {
        for (const { id, rank, tierTo, needs } of tickets)
          // A widen step of this millisecond may come after this decision.
          expect([expectedFor(Number(id), now - 1), expectedFor(Number(id), now)]).toContainEqual({
            rank,
            tierTo,
            needs,
          });
      };
      simulateDay(day, { settings, agents }, { observe });
    }),
    { seed: 11, numRuns: 200 },
  );
});

it('asks agents who missed a ticket again exactly when the routing rule says so', () => {
  let asked = 0;
  fc.assert(
    fc.property(randomDay, ({ day, desk: { settings, agents } }) => {
      const check = createAskingAgainCheck(
        (id) => matchQueue(settings.queues, day.kinds[Number(id)]!).pickTimeoutSeconds * 1000,
      );
      simulateDay(day, { settings, agents }, { observe: check.observe });
      expect(check.faults).toEqual([]);
      asked += check.askedCount();
    }),
    { seed: 13, numRuns: 400 },
  );
  expect(asked).toBeGreaterThan(100);
});
