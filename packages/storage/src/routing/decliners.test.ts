import { Settings } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { deskOn } from '../../test/desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { putAgent, putSettings } from '../index.ts';
import { getTicket } from '../ticket/get-ticket.ts';

const pickTimeoutMs = 60_000;

/** A desk where Ann has declined the only ticket and nobody else is there to take it. */
async function declinedByAnn() {
  const db = await freshDatabase();
  const desk = deskOn(db);
  await desk.online('ann');
  const { id } = await desk.takeIn();
  await desk.decline('ann', id);
  return { desk, id, agentOf: async () => (await getTicket(db, id))?.agentId };
}

it('asks a decliner again after a while when nobody else is there', async () => {
  const { desk, agentOf } = await declinedByAnn();
  expect(await agentOf()).toBeNull();
  await desk.sweepAfter(pickTimeoutMs, 'ann');
  expect(await agentOf()).toBe('ann');
});

it('asks a decliner again when the agent who got the ticket after it leaves', async () => {
  const { desk, agentOf } = await declinedByAnn();
  await desk.online('ben');
  expect(await agentOf()).toBe('ben');
  await desk.drain('ben');
  expect(await agentOf()).toBeNull();
  await desk.sweepAfter(pickTimeoutMs, 'ann');
  expect(await agentOf()).toBe('ann');
});

it('asks a decliner again when a workflow had the ticket in between', async () => {
  const { desk, id, agentOf } = await declinedByAnn();
  await desk.workflow(id, 'WORKFLOW_PENDING');
  await desk.workflow(id, 'WORKFLOW_DONE');
  expect(await agentOf()).toBeNull();
  await desk.sweepAfter(pickTimeoutMs, 'ann');
  expect(await agentOf()).toBe('ann');
});

it('asks a decliner who is full by then once, and leaves it at that', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  await desk.capacity('ann', 1);
  await desk.online('ann');
  const { id } = await desk.takeIn();
  await desk.decline('ann', id);
  const other = await desk.takeIn();
  await desk.pick('ann', other.id);
  await desk.sweepAfter(pickTimeoutMs, 'ann');
  expect(await db.rows(`select retry_at from tickets where id = '${id}'`)).toEqual([[null]]);
  await desk.close(other.id);
  expect((await getTicket(db, id))?.agentId).toBe('ann');
});

it('asks those whom a search finds that widens just then before it asks a decliner', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  const settings = v.parse(Settings, {
    queues: [{ id: 'rest', needs: ['vip'], widen: [{ afterSeconds: 60, drop: ['vip'] }] }],
  });
  await putSettings(db, { ...desk.command(), settings, ifVersion: null });
  const ann = { agentId: 'ann', email: 'ann@desk.test', name: 'ann', capacity: null, skills: ['vip'] };
  await putAgent(db, { ...desk.command(), ...ann });
  await desk.online('ann');
  const { id } = await desk.takeIn();
  await desk.decline('ann', id);
  await desk.online('ben');
  await desk.sweepAfter(pickTimeoutMs, 'ann', 'ben');
  expect((await getTicket(db, id))?.agentId).toBe('ben');
});
