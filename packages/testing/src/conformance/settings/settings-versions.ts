import { diffSettings } from '@chat-ticket/contract';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../open-desk.ts';

/** Proves that every change of the settings leaves a version, which says who changed what and can be put back. */
export const settingsVersions = (desk: Desk) =>
  describe('listSettingsVersions (GET /v1/settings/versions)', () => {
    it('says when and by which person each version was saved, and which settings it changed, newest first', async () => {
      const mia = await desk.signIn({ role: 'supervisor' });
      await desk.putSettings({ capacity: 4 });
      const { version } = await mia.ok('putSettings', 200, {
        json: { capacity: 5, strategy: 'round_robin' },
      });
      const { versions } = await mia.ok('listSettingsVersions', 200, { query: { limit: 2 } });
      expect(versions).toEqual([
        {
          version,
          timestamp: expect.any(Number),
          actor: { role: 'supervisor', id: mia.id },
          changed: expect.toSatisfy((names: string[]) => names.toSorted().join() === 'capacity,strategy'),
        },
        expect.objectContaining({ version: version - 1 }),
      ]);
    });

    it('continues before the last version of a page', async () => {
      const service = await desk.service();
      for (const capacity of [1, 2, 3, 4]) await desk.putSettings({ capacity });
      const first = await service.ok('listSettingsVersions', 200, { query: { limit: 2 } });
      expect(first).toMatchObject({ hasMore: true });
      const before = first.versions.at(-1)!.version;
      const second = await service.ok('listSettingsVersions', 200, { query: { limit: 2, before } });
      expect(second.versions.map(({ version }) => version)).toEqual([before - 1, before - 2]);
      expect(await service.ok('listSettingsVersions', 200, { query: { before: 0 } })).toEqual({
        versions: [],
        hasMore: false,
      });
    });

    it('leaves no version of a change that was refused', async () => {
      const service = await desk.service();
      const { version } = await service.ok('getSettings', 200);
      await service.refused('putSettings', 'version_mismatch', { json: {}, headers: { 'If-Match': '"no"' } });
      await service.refused('putSettings', 'body_invalid', { json: { capacity: -1 } });
      const { versions } = await service.ok('listSettingsVersions', 200, { query: { limit: 1 } });
      expect(versions).toMatchObject([{ version }]);
    });

    it('names versions that getSettings returns, and that can be put back', async () => {
      const service = await desk.service();
      const queues = [{ id: 'thai', takes: { languages: ['tha'] } }, { id: 'default' }];
      await desk.putSettings({ queues });
      const earlier = await service.ok('getSettings', 200);
      await desk.putSettings({ capacity: 9 });
      const query = { version: earlier.version };
      expect(await service.ok('getSettings', 200, { query })).toEqual(earlier);
      const { settings: present } = await service.ok('getSettings', 200);
      expect(diffSettings(present, earlier.settings).map(({ path }) => path)).toEqual([
        'capacity',
        'queues[thai]',
      ]);
      await service.ok('putSettings', 200, { json: earlier.settings });
      expect(await service.ok('getSettings', 200)).toMatchObject({ settings: earlier.settings });
    });

    it('does not put back an earlier version by accident', async () => {
      const service = await desk.service();
      const earlier = await service.ok('getSettings', 200);
      await desk.putSettings({ capacity: 8 });
      const query = { version: earlier.version };
      const whole = await service.ok('getSettings', 200, { query });
      await service.refused('putSettings', 'version_mismatch', { json: whole });
    });

    it('has no version that was never saved', async () => {
      const service = await desk.service();
      const error = await service.refused('getSettings', 'settings_version_not_found', {
        query: { version: 999_999_999 },
      });
      expect(error?.source).toEqual({ parameter: 'version' });
    });
  });
