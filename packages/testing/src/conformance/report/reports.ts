import { listedFigures, type TicketFigures } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { readIds } from '../list/pages.ts';
import { send } from '../room/message.ts';

const newReason = () => `report ${crypto.randomUUID().slice(0, 8)}`;

/** A ticket of this contact reason: it waits, is declined, taken, answered, finished and closed. */
async function finishTicket(desk: Desk, ccr: string) {
  const { id, metadata } = await desk.createTicket({ metadata: { ccr, language: 'tha' } });
  const params = { ticketID: id, roomID: metadata.roomId };
  const first = await desk.onlineAgent();
  await first.ok('declineTicket', 204, { params });
  const agent = await desk.onlineAgent();
  await agent.ok('setPickedTime', 200, { params });
  await send(agent, params);
  await agent.ok('closeRoom', 200, { params });
  await agent.ok('closeTicket', 200, { params });
  return { first, agent, id };
}

const numberOf = (figures: TicketFigures, name: (typeof listedFigures)[number]): number => figures[name];

/** Proves that reports count what happened, that their groups add up, and that every number opens. */
export const reports = (desk: Desk) =>
  describe('reports (GET /v1/reports/...)', () => {
    it('counts each step of a ticket once, and lists the row behind it', async () => {
      const ccr = newReason();
      await finishTicket(desk, ccr);
      const service = await desk.service();
      const { total, groups } = await service.ok('getTicketReport', 200, { query: { ccr } });
      expect(groups).toEqual([]);
      expect(total).toMatchObject({
        created: 1,
        answered: 1,
        answeredInGoal: 1,
        serviceLevelPercent: 100,
        replied: 1,
        offered: 2,
        taken: 1,
        declined: 1,
        missed: 0,
        transferred: 0,
        handled: 1,
        wrappedUp: 1,
        closed: 1,
      });
      expect(total.waitCauses.reduce((sum, { count }) => sum + count, 0)).toBe(total.waited);
      for (const figure of listedFigures) {
        const ids = await readIds(service, 'listTicketReportRows', { query: { ccr, figure } });
        expect(ids.length, figure).toBe(numberOf(total, figure));
      }
      for (const { cause, count } of total.waitCauses) {
        const query = { ccr, figure: 'waited', cause };
        expect(await readIds(service, 'listTicketReportRows', { query })).toHaveLength(count);
      }
    });

    it('groups by queue, agent, contact reason, language, entity, hour and day, and every group adds to the total', async () => {
      const ccr = newReason();
      const { agent, first } = await finishTicket(desk, ccr);
      const service = await desk.service();
      const keysOf = async (groupBy: string) => {
        const query = { ccr, groupBy, timeZone: 'Asia/Kolkata' };
        const { total, groups } = await service.ok('getTicketReport', 200, { query });
        for (const figure of listedFigures)
          expect(
            groups.reduce((sum, { figures }) => sum + numberOf(figures, figure), 0),
            `${figure} by ${groupBy}`,
          ).toBe(numberOf(total, figure));
        return groups.map(({ key }) => key);
      };
      expect(await keysOf('queue')).toEqual(['default']);
      expect(await keysOf('ccr')).toEqual([ccr]);
      expect(await keysOf('language')).toEqual(['tha']);
      expect(await keysOf('entity')).toEqual(['']);
      expect((await keysOf('agent')).filter((key) => key !== '')).toEqual([agent.id, first.id].toSorted());
      expect((await keysOf('hour'))[0]).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:00\+05:30$/);
      expect((await keysOf('day'))[0]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    });

    it('opens the hour of a group with its `from` and `to`', async () => {
      const ccr = newReason();
      await finishTicket(desk, ccr);
      const service = await desk.service();
      const { groups } = await service.ok('getTicketReport', 200, { query: { ccr, groupBy: 'hour' } });
      for (const { from, to, figures } of groups) {
        const query = { ccr, from: from!, to: to!, figure: 'offered' };
        expect(await readIds(service, 'listTicketReportRows', { query })).toHaveLength(figures.offered);
      }
    });

    it('agrees with the board about the last hour', async () => {
      await finishTicket(desk, newReason());
      const service = await desk.service();
      const { queues } = await service.ok('getBoard', 200);
      const from = new Date(Date.now() - 3_600_000).toISOString();
      const report = await service.ok('getTicketReport', 200, { query: { groupBy: 'queue', from } });
      const figures = new Map(report.groups.map((group) => [group.key, group.figures]));
      for (const { id, answered, answeredInGoal } of queues)
        expect(figures.get(id) ?? { answered: 0, answeredInGoal: 0 }).toMatchObject({
          answered,
          answeredInGoal,
        });
    });

    it('reports how an agent spent its time, and lists the times', async () => {
      const { agent } = await desk.pickedTicket();
      await agent.ok('setStatus', 200, { json: { status: 'busy' } });
      await new Promise((resolve) => setTimeout(resolve, 20));
      await agent.ok('setOffline', 200);
      const service = await desk.service();
      const query = { agentId: agent.id, groupBy: 'agent' };
      const { total, groups } = await service.ok('getAgentReport', 200, { query });
      expect(groups.map(({ key }) => key)).toEqual([agent.id]);
      const busy = total.statuses.find(({ status }) => status === 'busy')!;
      expect(busy.durationMs).toBeGreaterThan(10);
      expect(total.busyMs).toBeGreaterThanOrEqual(busy.durationMs);
      expect(total.occupancyPercent).toBeGreaterThan(0);
      const { rows } = await service.ok('listAgentReportRows', 200, { query: { agentId: agent.id } });
      const times = rows.filter(({ status }) => status === 'busy').map(({ durationMs }) => durationMs!);
      expect(times.reduce((sum, ms) => sum + ms, 0)).toBe(busy.durationMs);
    });

    it.each([
      ['from', 'from=2026-02-30'],
      ['from', 'from=yesterday'],
      ['from', 'from=2026-01-02&to=2026-01-01'],
      ['from', 'from=2025-01-01&to=2026-02-01'],
      ['from', 'from=2026-01-01&to=2026-03-01&groupBy=hour'],
      ['to', 'to=1764144000'],
      ['timeZone', 'timeZone=Mars/Olympus'],
      ['groupBy', 'groupBy=colour'],
      ['ccr', 'ccr=%00'],
    ])('refuses the parameter %s of %s', async (parameter, query) => {
      const service = await desk.service();
      const path = `/cs-chat-ticket/v1/reports/tickets?${query}`;
      const error = await service.refused('getTicketReport', 'parameter_invalid', { path });
      expect(error?.source).toEqual({ parameter });
    });
  });
