import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';
import { invalidSettings } from './invalid-settings.ts';
import { closedToday, opensAtSeconds } from '../queue/closed-today.ts';

/**
 * Proves that the settings are replaced as a whole, at a version, take effect at once, and that an invalid document is
 * refused with a pointer to each fault and changes nothing.
 */
export const settings = (desk: Desk) =>
  describe('getSettings and putSettings (/v1/settings)', () => {
    it('return the defaults when nothing is set', async () => {
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

    it.each(['supervisor', 'admin', 'service'] as const)(
      'let the role %s replace the whole document',
      async (role) => {
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
      },
    );

    it('accept the document that getSettings returned, and store the same', async () => {
      const service = await desk.service();
      const queues = [{ id: 'thai', takes: { languages: ['tha'] }, wrapUpSeconds: 60 }, { id: 'default' }];
      await desk.putSettings({ queues });
      const { settings: shown } = await service.ok('getSettings', 200);
      const again = await service.ok('putSettings', 200, { json: shown });
      expect(again.settings).toEqual(shown);
    });

    it('accept the whole response of getSettings, and expect its version', async () => {
      const service = await desk.service();
      await desk.putSettings({ capacity: 4 });
      const shown = await service.ok('getSettings', 200);
      const again = await service.ok('putSettings', 200, { json: shown });
      expect(again).toEqual({ version: shown.version + 1, settings: shown.settings });
      const error = await service.refused('putSettings', 'version_mismatch', { json: shown });
      expect(error?.source).toEqual({ pointer: '/version' });
      const headers = { 'If-Match': '*' };
      await service.ok('putSettings', 200, { json: shown, headers });
      const json = { ...shown, settings: { capacity: -1 } };
      const invalid = await service.refused('putSettings', 'body_invalid', { json });
      expect(invalid?.source).toEqual({ pointer: '/settings/capacity' });
    });

    it('accept a document of more than 64 KiB, and take it back as it was returned', async () => {
      const service = await desk.service();
      const holidays = Array.from({ length: 400 }, (_, day) =>
        new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
      );
      const hours = { timeZone: 'Asia/Singapore', weekly: {}, holidays };
      const queues = Array.from({ length: 99 }, (_, i) => ({
        id: `q${i}`,
        takes: { entityIds: [`E${i}`] },
        hours,
      }));
      const json = { queues: [...queues, { id: 'default' }] };
      const { settings: saved } = await service.ok('putSettings', 200, { json });
      expect(saved.queues).toHaveLength(100);
      const shown = await service.ok('getSettings', 200);
      await service.ok('putSettings', 200, { json: shown });
    });

    it('change the document only at the version that If-Match names', async () => {
      const service = await desk.service();
      await desk.putSettings({ capacity: 4 });
      const { headers } = await service.call('getSettings');
      const etag = headers.get('ETag') ?? '';
      expect(etag).toMatch(/^"\d+"$/);
      const put = (capacity: number, ifMatch = etag) => ({
        json: { capacity },
        headers: { 'If-Match': ifMatch },
      });
      const changed = await service.call('putSettings', put(5));
      expect(changed.status).toBe(200);
      expect(changed.headers.get('ETag')).not.toBe(etag);
      const error = await service.refused('putSettings', 'version_mismatch', put(6));
      expect(error?.source).toEqual({ header: 'If-Match' });
      expect(await service.ok('getSettings', 200)).toMatchObject({ settings: { capacity: 5 } });
      const list = `"0", W/${changed.headers.get('ETag')}`;
      await service.ok('putSettings', 200, put(7, list));
      await service.refused('putSettings', 'version_mismatch', put(8, list));
    });

    it.each(['"another"', '"-1"', '"1e3"', '"99999999999999999999"', '""', 'W/"1e3", "another"'])(
      'never match the version %s',
      async (etag) => {
        const service = await desk.service();
        const options = { json: {}, headers: { 'If-Match': etag } };
        await service.refused('putSettings', 'version_mismatch', options);
      },
    );

    it.each(['5', '"5', '"1" "2"', '*, "5"', ','])('refuse the malformed If-Match %s', async (etag) => {
      const service = await desk.service();
      const error = await service.refused('putSettings', 'header_invalid', {
        json: {},
        headers: { 'If-Match': etag },
      });
      expect(error?.source).toEqual({ header: 'If-Match' });
    });

    it('take effect at once: statuses, capacity, and the queue of waiting tickets', async () => {
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

    it('decide whether a closed queue refuses tickets, and the error says when it opens', async () => {
      const service = await desk.service();
      const queues = [{ id: 'default', hours: closedToday(), whenClosed: 'refuse' as const }];
      await desk.putSettings({ queues });
      const json = { customer: desk.newCustomer() };
      const error = await service.refused('createTicket', 'queue_closed', { json });
      const opensTimestamp = error?.meta?.opensTimestamp ?? NaN;
      expect(opensTimestamp).toBeGreaterThan(Date.now() / 1000);
      expect(opensTimestamp % 86_400).toBe(opensAtSeconds);
    });

    it.each(invalidSettings)('refuse %s with a pointer, and change nothing', async (_, pointer, json) => {
      const service = await desk.service();
      const before = await service.ok('getSettings', 200);
      const error = await service.refused('putSettings', 'body_invalid', { json });
      expect(error?.source).toEqual({ pointer });
      expect(await service.ok('getSettings', 200)).toEqual(before);
    });

    it('name every fault of a document in one response', async () => {
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
