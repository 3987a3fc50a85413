import { Settings } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { putAgents, putSettings, send } from '../index.ts';

const pickTimeoutMs = 60_000;

/** A desk on which ann, the only agent, has declined the only ticket. */
async function declinedByAnn() {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { id } = await desk.createTicket();
  await desk.decline('ann', id);
  return { desk, id, agentOf: () => desk.agentOf(id) };
}

it('asks the agent who declined again after one pick timeout if no other agent fits', async () => {
  const { desk, agentOf } = await declinedByAnn();
  expect(await agentOf()).toBeNull();
  await desk.sweepAfter(pickTimeoutMs, 'ann');
  expect(await agentOf()).toBe('ann');
});

it('asks the agent who declined again after the next agent is drained', async () => {
  const { desk, agentOf } = await declinedByAnn();
  await desk.online('ben');
  expect(await agentOf()).toBe('ben');
  await desk.drain('ben');
  expect(await agentOf()).toBeNull();
  await desk.sweepAfter(pickTimeoutMs, 'ann');
  expect(await agentOf()).toBe('ann');
});

it('asks the agent who declined again after a workflow', async () => {
  const { desk, id, agentOf } = await declinedByAnn();
  await desk.setTicketStatus(id, 'WORKFLOW_PENDING');
  await desk.setTicketStatus(id, 'WORKFLOW_DONE');
  expect(await agentOf()).toBeNull();
  await desk.sweepAfter(pickTimeoutMs, 'ann');
  expect(await agentOf()).toBe('ann');
});

it('stops asking again once the declines are deleted, even if the agent is full', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.setCapacity('ann', 1);
  await desk.online('ann');
  const { id } = await desk.createTicket();
  await desk.decline('ann', id);
  const other = await desk.createTicket();
  await desk.pick('ann', other.id);
  await desk.sweepAfter(pickTimeoutMs, 'ann');
  expect(await db.rows(`select retry_at from tickets where id = '${id}'`)).toEqual([[null]]);
  await desk.close(other.id);
  expect(await desk.agentOf(id)).toBe('ann');
});

it('offers the ticket to agents of a widen step that is due at the same time before it asks again', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const settings = v.parse(Settings, {
    queues: [{ id: 'rest', needs: ['vip'], widen: [{ afterSeconds: 60, drop: ['vip'] }] }],
  });
  await send(db, putSettings, { ...desk.context(), settings, ifVersion: null });
  const ann = { id: 'ann', email: 'ann@desk.test', name: 'ann', capacity: null, skills: ['vip'] };
  await send(db, putAgents, { ...desk.context(), agents: [ann] });
  await desk.online('ann');
  const { id } = await desk.createTicket();
  await desk.decline('ann', id);
  await desk.online('ben');
  await desk.sweepAfter(pickTimeoutMs, 'ann', 'ben');
  expect(await desk.agentOf(id)).toBe('ben');
});
