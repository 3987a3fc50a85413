import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { invalidSettings } from './invalid-settings.ts';
import { closedToday } from '../queue/closed-today.ts';

export const settings = (desk: Desk) =>
  describe('the settings', () => {
    it('are the defaults where nobody has set any', async () => {
      const service = await desk.service();
      const { settings: shown, version } = await service.ok('putSettings', 200, { json: {} });
      expect(shown).toMatchObject({
        capacity: 3,
        createsAgents: true,
        strategy: 'least_loaded',
        stickySeconds: 86_400,
        priorityPointSeconds: 60,
        missesUntilAway: 2,
        queues: [{ id: 'default', pickTimeoutSeconds: 60, goal: { seconds: 60, percent: 80 } }],
      });
      expect(shown.statuses.map(({ id }) => id)).toEqual(['online', 'busy', 'break', 'away', 'offline']);
      expect(await service.ok('getSettings', 200)).toEqual({ settings: shown, version });
    });

    it.each(['supervisor', 'admin', 'service'] as const)('are replaced as a whole by a %s', async (role) => {
      const person = await desk.signIn({ role });
      await desk.putSettings({ capacity: 7, strategy: 'round_robin' });
      const before = await person.ok('getSettings', 200);
      const after = await person.ok('putSettings', 200, { json: { missesUntilAway: 5 } });
      expect(after.version).toBe(before.version + 1);
      expect(after.settings).toMatchObject({
        missesUntilAway: 5,
        capacity: 3,
        strategy: 'least_loaded',
      });
    });

    it('are what was put when they are put back', async () => {
      const service = await desk.service();
      const queues = [{ id: 'thai', takes: { languages: ['tha'] }, wrapUpSeconds: 60 }, { id: 'default' }];
      await desk.putSettings({ queues });
      const { settings: shown } = await service.ok('getSettings', 200);
      const again = await service.ok('putSettings', 200, { json: shown });
      expect(again.settings).toEqual(shown);
    });

    it('are changed only if they are at the version that If-Match names', async () => {
      const service = await desk.service();
      await desk.putSettings({ capacity: 4 });
      const { headers } = await service.call('getSettings');
      const etag = headers.get('ETag') ?? '';
      expect(etag).toMatch(/^"\d+"$/);
      const put = (capacity: number) => ({ json: { capacity }, headers: { 'If-Match': etag } });
      const changed = await service.call('putSettings', put(5));
      expect(changed.status).toBe(200);
      expect(changed.headers.get('ETag')).not.toBe(etag);
      const error = await service.refused('putSettings', 'version_mismatch', put(6));
      expect(error?.source).toEqual({ header: 'If-Match' });
      expect(await service.ok('getSettings', 200)).toMatchObject({ settings: { capacity: 5 } });
    });

    it.each(['"another"', '"-1"', '"1e3"', '"99999999999999999999"'])(
      'are never at the version %s',
      async (etag) => {
        const service = await desk.service();
        const options = { json: {}, headers: { 'If-Match': etag } };
        await service.refused('putSettings', 'version_mismatch', options);
      },
    );

    it.each(['5', '*', 'W/"5"', '""', '"1", "2"'])('take no If-Match such as %s', async (etag) => {
      const service = await desk.service();
      const error = await service.refused('putSettings', 'header_invalid', {
        json: {},
        headers: { 'If-Match': etag },
      });
      expect(error?.source).toEqual({ header: 'If-Match' });
    });

    it('decide at once: of statuses, of capacity and of the queue that a ticket waits in', async () => {
      const service = await desk.service();
      const agent = await desk.newAgent();
      await agent.ok('setOnline', 200);
      await agent.ok('setStatus', 200, { json: { status: 'break' } });
      const waiting = await desk.createTicket({ metadata: { language: 'tha' } });
      const lunch = { id: 'lunch', alias: 'Lunch', routable: false };
      const { settings: defaults } = await service.ok('getSettings', 200);
      const changed = {
        capacity: 1,
        statuses: [...defaults.statuses, lunch],
        queues: [{ id: 'thai', takes: { languages: ['tha'] } }, { id: 'default' }],
      };
      await desk.putSettings(changed);
      const params = { ticketID: waiting.id };
      expect(await service.ok('getTicket', 200, { params })).toMatchObject({ queueId: 'thai' });
      await agent.ok('setStatus', 200, { json: { status: 'lunch' } });
      expect(await service.ok('getAgent', 200, { params: { agentID: agent.id } })).toMatchObject({
        status: 'lunch',
        capacity: 1,
      });
      await desk.putSettings({});
      expect(await agent.ok('getAgentInfo', 200)).toMatchObject({ status: 'away' });
      await agent.refused('setStatus', 'status_unknown', { json: { status: 'lunch' } });
    });

    it('decide whether a closed queue takes chats, and if not, say when it opens', async () => {
      const service = await desk.service();
      const queues = [{ id: 'default', hours: closedToday(), whenClosed: 'refuse' as const }];
      await desk.putSettings({ queues });
      const json = { customer: desk.newCustomer() };
      const error = await service.refused('createTicket', 'queue_closed', { json });
      expect(error?.meta?.opensTimestamp).toBeGreaterThan(Date.now() / 1000);
    });

    it.each(invalidSettings)(
      'are pointed at where they are wrong, %s, and stay: %j',
      async (pointer, json) => {
        const service = await desk.service();
        const before = await service.ok('getSettings', 200);
        const error = await service.refused('putSettings', 'body_invalid', { json });
        expect(error?.source).toEqual({ pointer });
        expect(await service.ok('getSettings', 200)).toEqual(before);
      },
    );

    it('are told all that is wrong with them at once', async () => {
      const service = await desk.service();
      const json = { capacity: -1, strategy: 'random', queues: [{ id: 'A' }] };
      const { json: body } = await service.call('putSettings', { json });
      expect(body).toMatchObject({
        errors: [
          { source: { pointer: '/capacity' } },
          { source: { pointer: '/strategy' } },
          { source: { pointer: '/queues/0/id' } },
        ],
      });
    });
  });
