import { Settings } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { putSettings, send, sweep } from '../index.ts';

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

it('stores the hours of the next 90 days in batches of about 1,000 rows', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const hours = {
    timeZone: 'Asia/Bangkok',
    weekly: Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [
        day,
        [0, 1, 2, 3].map((i) => ({ from: `0${2 * i}:00`, to: `0${2 * i + 1}:00` })),
      ]),
    ),
  };
  const queues = Array.from({ length: 9 }, (_, i) => ({
    id: `q${i}`,
    takes: { entityIds: [`e${i}`] },
    hours,
  }));
  const settings = v.parse(Settings, { queues: [...queues, { id: 'rest' }] });
  const openTimes =
    'select queue_id, min(opens_at), max(closes_at), count(*) from queue_hours group by queue_id';
  const stored: number[] = [];
  const storedRows = () => db.rows('select count(*) from queue_hours').then((rows) => Number(rows[0]![0]));

  await send(db, putSettings, { ...desk.context(), settings, ifVersion: null });
  expect(await storedRows()).toBeLessThan(1_000);
  await sweep(
    {
      batch: async (statements, mode) => {
        const results = await db.batch(statements, mode);
        if (mode === 'write') stored.push(await storedRows());
        return results;
      },
    },
    { now: desk.context().now, newId: () => crypto.randomUUID() },
  );
  const growth = stored.map((count, i) => count - (stored[i - 1] ?? 0)).slice(1);
  expect(Math.max(...growth)).toBeLessThan(1_500);
  expect(await db.rows(openTimes)).toEqual([
    ...queues.map(({ id }) => [id, -7 * 3_600_000 - 7 * dayMs, expect.any(Number), 98 * 4]),
    ['rest', 0, 8.64e15, 1],
  ]);
});
