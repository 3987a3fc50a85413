import { Settings } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { putSettings, send } from '../index.ts';

const dayMs = 86_400_000;

/** A ticket that has waited for so long in a queue with one step, a minute after intake. */
async function widenedAfter(ms: number, hours?: object) {
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

it('tells once of a step that a search takes', async () => {
  expect(await widenedAfter(60_000)).toEqual([[1]]);
});

it('tells of no step while the queue stays closed, however long that is', async () => {
  expect(await widenedAfter(200 * dayMs, { timeZone: 'UTC', weekly: {} })).toEqual([]);
});
