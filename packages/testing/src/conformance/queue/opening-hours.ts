import { describe, expect, it } from 'vitest';
import type { OpeningHours as Hours } from '@chat-ticket/contract';
import type * as v from 'valibot';
import type { Desk } from '../../open-desk.ts';

const daySeconds = 86_400;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Open on the whole day in UTC that begins two to three days from now. */
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

export const openingHours = (desk: Desk) =>
  describe('a queue outside of its opening hours', () => {
    it('refuses chats if it is set to, and says when it opens', async () => {
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

    it('says nothing of when it opens if it never does', async () => {
      await refusing(desk, neverOpen);
      const service = await desk.service();
      const json = { customer: desk.newCustomer() };
      const error = await service.refused('createTicket', 'queue_closed', { json });
      expect(error?.meta?.opensTimestamp).toBeUndefined();
    });

    it('uses up no Idempotency-Key by refusing', async () => {
      await refusing(desk, neverOpen);
      const service = await desk.service();
      const headers = { 'Idempotency-Key': crypto.randomUUID() };
      const request = { headers, json: { customer: desk.newCustomer() } };
      await service.refused('createTicket', 'queue_closed', request);
      await refusing(desk, alwaysOpen);
      await service.ok('createTicket', 201, request);
    });

    it('answers with the ticket that the customer has open all the same', async () => {
      const customer = desk.newCustomer();
      const open = await desk.createTicket({ customer });
      await refusing(desk, neverOpen);
      const service = await desk.service();
      expect(await service.ok('createTicket', 200, { json: { customer } })).toMatchObject({ id: open.id });
    });

    it('lets chats wait if it is not, and gives them to nobody before it opens', async () => {
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

    it('does not keep a person from giving a chat to an agent', async () => {
      await desk.putSettings({ queues: [{ id: 'default', hours: neverOpen }] });
      const agent = await desk.onlineAgent();
      const { id } = await desk.createTicket();
      const service = await desk.service();
      const given = { params: { ticketID: id }, json: { agentId: agent.id } };
      expect(await service.ok('transferTicket', 200, given)).toMatchObject({ agentId: agent.id });
    });

    it('does not close other queues', async () => {
      const thai = { id: 'thai', takes: { languages: ['tha'] }, hours: neverOpen };
      await desk.putSettings({ queues: [thai, { id: 'default' }] });
      const agent = await desk.onlineAgent();
      const closed = await desk.createTicket({ metadata: { language: 'tha' } });
      expect(closed).toMatchObject({ status: 'CREATED', queueId: 'thai' });
      expect(await desk.createTicket()).toMatchObject({ agentId: agent.id });
    });
  });
