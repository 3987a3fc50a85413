import { Settings, type SettingsInput } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { getSettingsVersion, listSettingsVersions, putSettings, send } from '../index.ts';

const openSettings = async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  return {
    db,
    save: (settings: SettingsInput, ifVersion: number[] | null = null) =>
      send(db, putSettings, { ...desk.context(), settings: v.parse(Settings, settings), ifVersion }),
    list: async (before: number | null = null, limit = 1_000) =>
      (await send(db, listSettingsVersions, { before, limit })).versions,
  };
};

it('has a row for each change: its time, its actor, and the settings that differ', async () => {
  const { save, list } = await openSettings();
  await save({ capacity: 5 });
  await save({ capacity: 5 });
  await save({ capacity: 5, queues: [{ id: 'default', priority: 1 }], strategy: 'round_robin' });
  const rows = await list();
  expect(rows.map(({ version, changed }) => [version, changed.toSorted()])).toEqual([
    [3, ['queues', 'strategy']],
    [2, []],
    [1, ['capacity']],
    [0, []],
  ]);
  expect(rows[0]).toMatchObject({ at: 3, actorRole: 'service', actorId: 'test' });
  expect(rows.at(-1)).toMatchObject({ actorRole: 'system', actorId: 'migrate' });
  expect((await list(2, 1)).map(({ version }) => version)).toEqual([1]);
});

it('has no row for a change that was refused', async () => {
  const { save, list } = await openSettings();
  await save({ capacity: 5 }, [7]);
  expect((await list()).map(({ version }) => version)).toEqual([0]);
});

it('returns the document of a version, or nothing', async () => {
  const { db, save } = await openSettings();
  await save({ capacity: 5 });
  await save({ capacity: 6 });
  expect(await send(db, getSettingsVersion, { version: 1 })).toMatchObject({ settings: { capacity: 5 } });
  expect(await send(db, getSettingsVersion, { version: 3 })).toBeNull();
});

it('fills in the defaults of settings that did not exist when a version was saved', async () => {
  const { db, save } = await openSettings();
  await save({ capacity: 5 });
  await db.batch(
    [
      `update settings_versions set document = json_remove(document, '$.strategy', '$.limits.callsPerPersonPerMinute')`,
    ],
    'write',
  );
  expect((await send(db, getSettingsVersion, { version: 1 }))?.settings).toEqual(
    v.parse(Settings, { capacity: 5 }),
  );
});

it('stores the newest 500 versions', async () => {
  const { db, save, list } = await openSettings();
  await db.batch(
    ['update settings set version = 600', 'update settings_versions set version = 600'],
    'write',
  );
  await db.batch(
    [
      `insert into settings_versions (version, changed, bytes, document)
       with recursive number (n) as (select 1 union all select n + 1 from number where n < 599)
       select n, '[]', 2, '{}' from number`,
    ],
    'write',
  );
  await save({ capacity: 5 });
  const versions = (await list()).map(({ version }) => version);
  expect([versions.length, versions[0], versions.at(-1)]).toEqual([500, 601, 102]);
});

it('stores at most 32 MiB of versions, and always the present one', async () => {
  const { db, save, list } = await openSettings();
  for (const capacity of [1, 2, 3]) await save({ capacity });
  await db.batch([`update settings_versions set bytes = ${17 * 1024 * 1024}`], 'write');
  await save({ capacity: 4 });
  expect((await list()).map(({ version }) => version)).toEqual([4, 3]);
});
