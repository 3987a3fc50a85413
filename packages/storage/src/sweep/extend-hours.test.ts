import { Settings } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { putSettings, send } from '../index.ts';

const dayMs = 86_400_000;
// 1 January 1970 was a Thursday.
const closedThursdays = Array.from({ length: 30 }, (_, week) =>
  new Date((week + 1) * 7 * dayMs).toISOString().slice(0, 10),
);

it('widens a ticket on time if its queue is closed for longer than the stored opening hours last', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const hours = {
    timeZone: 'UTC',
    weekly: { thu: [{ from: '00:00', to: '01:00' }] },
    holidays: closedThursdays,
  };
  const settings = v.parse(Settings, {
    queues: [{ id: 'rest', needs: ['vip'], widen: [{ afterSeconds: 3600, drop: ['vip'] }], hours }],
  });
  await send(db, putSettings, { ...desk.context(), settings, ifVersion: null });
  desk.wait(dayMs / 48);
  await desk.createTicket();
  const stageAfter = async (ms: number) => {
    const { nextDueAt } = await desk.sweepAfter(ms);
    return [...(await db.rows('select stage from tickets'))[0]!, nextDueAt];
  };

  const [stage, nextDueAt] = await stageAfter(7 * dayMs);
  expect(stage).toBe(0);
  expect(nextDueAt).toBeGreaterThan(8 * dayMs);
  expect(await stageAfter(100 * dayMs)).toEqual([0, expect.any(Number)]);
  expect(await stageAfter(100 * dayMs)).toEqual([0, 217 * dayMs]);
  expect(await stageAfter(17 * dayMs)).toEqual([1, expect.any(Number)]);
});
