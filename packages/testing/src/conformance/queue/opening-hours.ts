import { describe, expect, it } from 'vitest';
import type { OpeningHours as Hours } from '@chat-ticket/contract';
import type * as v from 'valibot';
import type { Desk } from '../../open-desk.ts';

const daySeconds = 86_400;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Open for one whole day in UTC, which begins two to three days from now. */
const openLater = () => {
  const day = weekdays[new Date(Date.now() + 3 * daySeconds * 1000).getUTCDay()] ?? 'mon';
  return { timeZone: 'UTC', weekly: { [day]: [{ from: '00:00', to: '24:00' }] } };
};
const neverOpen = { timeZone: 'Asia/Singapore', weekly: {} };
const alwaysOpen = {
  timeZone: 'America/New_York',
  weekly: Object.fromEntries(weekdays.map((day) => [day, [{ from: '00:00', to: '24:00' }]])),
};

const refusing = (desk: Desk, hours: v.InferInput<typeof Hours>) =>
  desk.putSettings({ queues: [{ id: 'default', whenClosed: 'refuse', hours }] });

/**
 * Proves what happens to new and waiting tickets while a queue is closed. The settings close the queue now, or open it
 * again.
 */
export const openingHours = (desk: Desk) =>
  describe('a queue outside its opening hours', () => {
    it('refuses a new ticket if the settings say so, and returns when the queue opens', async () => {
      await refusing(desk, openLater());
      await desk.onlineAgent();
      const service = await desk.service();
      const json = { customer: desk.newCustomer() };
      const error = await service.refused('createTicket', 'queue_closed', { json });
      expect(error?.detail).toContain('default');
      const inSeconds = (error?.meta?.opensTimestamp ?? NaN) - Date.now() / 1000;
      expect(inSeconds).toBeGreaterThan(daySeconds);
      expect(inSeconds).toBeLessThan(4 * daySeconds);
      expect((error?.meta?.opensTimestamp ?? NaN) % daySeconds).toBe(0);
    });

    it('returns no opening time if the queue never opens', async () => {
      await refusing(desk, neverOpen);
      const service = await desk.service();
      const json = { customer: desk.newCustomer() };
      const error = await service.refused('createTicket', 'queue_closed', { json });
      expect(error?.meta?.opensTimestamp).toBeUndefined();
    });

    it('does not use up the Idempotency-Key of a refused request', async () => {
      await refusing(desk, neverOpen);
      const service = await desk.service();
      const headers = { 'Idempotency-Key': crypto.randomUUID() };
      const request = { headers, json: { customer: desk.newCustomer() } };
      await service.refused('createTicket', 'queue_closed', request);
      await refusing(desk, alwaysOpen);
      await service.ok('createTicket', 201, request);
    });

    it('returns the customer’s open ticket even if it refuses new ones', async () => {
      const customer = desk.newCustomer();
      const open = await desk.createTicket({ customer });
      await refusing(desk, neverOpen);
      const service = await desk.service();
      expect(await service.ok('createTicket', 200, { json: { customer } })).toMatchObject({ id: open.id });
    });

    it('otherwise lets tickets wait, and assigns them when it opens', async () => {
      await desk.putSettings({ queues: [{ id: 'default', hours: openLater() }] });
      const agent = await desk.onlineAgent();
      const { id, status } = await desk.createTicket();
      expect(status).toBe('CREATED');
      await agent.ok('setStatus', 200, { json: { status: 'busy' } });
      await agent.ok('setOnline', 200);
      expect(await agent.ok('listTickets', 200)).toEqual([]);
      await desk.putSettings({ queues: [{ id: 'default', hours: alwaysOpen }] });
      expect(await agent.ok('listTickets', 200)).toMatchObject([{ id }]);
    });

    it('lets a person transfer a waiting ticket to an agent', async () => {
      await desk.putSettings({ queues: [{ id: 'default', hours: neverOpen }] });
      const agent = await desk.onlineAgent();
      const { id } = await desk.createTicket();
      const service = await desk.service();
      const request = { params: { ticketID: id }, json: { agentId: agent.id } };
      expect(await service.ok('transferTicket', 200, request)).toMatchObject({ agentId: agent.id });
    });

    it('leaves other queues open', async () => {
      const thai = { id: 'thai', takes: { languages: ['tha'] }, hours: neverOpen };
      await desk.putSettings({ queues: [thai, { id: 'default' }] });
      const agent = await desk.onlineAgent();
      const closed = await desk.createTicket({ metadata: { language: 'tha' } });
      expect(closed).toMatchObject({ status: 'CREATED', queueId: 'thai' });
      expect(await desk.createTicket()).toMatchObject({ agentId: agent.id });
    });
  });
