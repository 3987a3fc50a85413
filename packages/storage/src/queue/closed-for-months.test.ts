import { Settings } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { putSettings, send } from '../index.ts';

const day = 86_400_000;
// 1970 began on a Thursday.
const thursdays = Array.from({ length: 30 }, (_, week) =>
  new Date((week + 1) * 7 * day).toISOString().slice(0, 10),
);

it('waits for what is not known yet of a queue that is closed for longer than hours are written out', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const hours = { timeZone: 'UTC', weekly: { thu: [{ from: '00:00', to: '01:00' }] }, holidays: thursdays };
  const settings = v.parse(Settings, {
    queues: [{ id: 'rest', needs: ['vip'], widen: [{ afterSeconds: 3600, drop: ['vip'] }], hours }],
  });
  await send(db, putSettings, { ...desk.context(), settings, ifVersion: null });
  desk.wait(day / 48);
  await desk.createTicket();
  const stageAfter = async (ms: number) => {
    const { nextDueAt } = await desk.sweepAfter(ms);
    return [...(await db.rows('select stage from tickets'))[0]!, nextDueAt];
  };

  const [stage, nextDueAt] = await stageAfter(7 * day);
  expect(stage).toBe(0);
  expect(nextDueAt).toBeGreaterThan(8 * day);
  expect(await stageAfter(100 * day)).toEqual([0, expect.any(Number)]);
  expect(await stageAfter(100 * day)).toEqual([0, 217 * day]);
  expect(await stageAfter(17 * day)).toEqual([1, expect.any(Number)]);
});
