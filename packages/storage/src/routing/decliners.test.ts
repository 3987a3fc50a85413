import { expect, it } from 'vitest';
import { deskOn } from '../../test/desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
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
