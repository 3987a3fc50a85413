import { Settings } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { type FreshDatabase, freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { putSettings, send } from '../index.ts';

type Desk = ReturnType<typeof openDesk>;
type SettingsInput = v.InferInput<typeof Settings>;

const save = (db: FreshDatabase, desk: Desk, settings: SettingsInput) =>
  send(db, putSettings, { ...desk.context(), settings: v.parse(Settings, settings), ifVersion: null });

const vipQueues = [
  {
    id: 'vip',
    takes: { entityIds: ['vip'] },
    needs: ['vip'],
    priority: 3,
    widen: [{ afterSeconds: 60, drop: ['vip'] }],
  },
  { id: 'rest', wrapUpSeconds: 30 },
];

/** A desk with waiting tickets, of which every third is for the entity `vip`. */
async function deskWith(tickets: number) {
  const db = await freshDatabase();
  const desk = openDesk(db);
  for (let i = 0; i < tickets; i++) await desk.createTicket({ entityId: i % 3 === 0 ? 'vip' : '' });
  return { db, desk };
}

const places = `
  select queue_id, rank, stage, need_set, widen_at, (select waiting from need_sets where id = need_set)
  from tickets order by created_at`;

it('places a bounded number of tickets at once, and the sweep places the rest', async () => {
  const { db, desk } = await deskWith(450);
  const placed = `select count(*) from tickets where queue_id in ('vip', 'rest')`;
  await save(db, desk, { queues: vipQueues });
  expect(await db.rows(placed)).toEqual([[50]]);
  await desk.sweepAfter(0);
  expect(await db.rows(placed)).toEqual([[450]]);
});

it('places many tickets in the same way as few', async () => {
  const [many, few] = [await deskWith(450), await deskWith(0)];
  await save(few.db, few.desk, { queues: vipQueues });
  few.desk.wait(-1);
  for (let i = 0; i < 450; i++) await few.desk.createTicket({ entityId: i % 3 === 0 ? 'vip' : '' });
  await save(many.db, many.desk, { queues: vipQueues });
  await many.desk.sweepAfter(0);
  expect(await many.db.rows(places)).toEqual(await few.db.rows(places));
});

it('assigns no ticket until all are placed', async () => {
  const { db, desk } = await deskWith(210);
  const held = 'select count(*) from tickets where agent_id is not null';
  await save(db, desk, { queues: vipQueues });
  await desk.online('ann');
  await desk.createTicket();
  expect(await db.rows(held)).toEqual([[0]]);
  await desk.sweepAfter(0, 'ann');
  expect(await db.rows(held)).toEqual([[3]]);
});

it('places tickets again from the first one if the queues change again', async () => {
  const { db, desk } = await deskWith(450);
  await save(db, desk, { queues: vipQueues });
  await save(db, desk, { queues: [{ id: 'all' }] });
  await desk.sweepAfter(0);
  expect(await db.rows('select distinct queue_id from tickets')).toEqual([['all']]);
});

it('leaves tickets in their places if the queues and the value of a point stay the same', async () => {
  const { db, desk } = await deskWith(3);
  await save(db, desk, { queues: vipQueues });
  await db.batch([`update tickets set stage = 7`], 'write');
  await save(db, desk, { queues: vipQueues, capacity: 9, strategy: 'round_robin' });
  expect(await db.rows('select distinct stage from tickets')).toEqual([[7]]);
  await save(db, desk, { queues: vipQueues, priorityPointSeconds: 9 });
  expect(await db.rows('select distinct stage from tickets')).toEqual([[0]]);
});
