import { Settings } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { putSettings, send } from '../index.ts';

const dayMs = 86_400_000;

/** The steps in the events of a ticket that has waited `ms` in a queue with one widen step, a minute after intake. */
async function stepsAfter(ms: number, hours?: object) {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const queue = { id: 'rest', widen: [{ afterSeconds: 60, tier: 2 }], ...(hours && { hours }) };
  await send(db, putSettings, {
    ...desk.context(),
    settings: v.parse(Settings, { queues: [queue] }),
    ifVersion: null,
  });
  await desk.createTicket();
  await desk.sweepAfter(ms);
  return db.rows(`select data ->> 'step' from events where type = 'ticket.widened'`);
}

it('writes one event for a widen step', async () => {
  expect(await stepsAfter(60_000)).toEqual([[1]]);
});

it('takes no step while the queue is closed, even for 200 days', async () => {
  expect(await stepsAfter(200 * dayMs, { timeZone: 'UTC', weekly: {} })).toEqual([]);
});
