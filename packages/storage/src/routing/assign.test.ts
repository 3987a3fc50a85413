import { leaseMs } from '@chat-ticket/domain';
import { expect, it } from 'vitest';
import { deskOn } from '../../test/desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { getTicket } from '../ticket/get-ticket.ts';
import type { TicketRow } from '../ticket/ticket-row.ts';

it('gives a chat to the least loaded agent, then to the longest idle', async () => {
  const desk = deskOn(await freshDatabase());
  await desk.online('ann');
  await desk.online('ben');
  const given = [await desk.takeIn(), await desk.takeIn(), await desk.takeIn()];
  expect(given.map(({ agentId }) => agentId)).toEqual(['ann', 'ben', 'ann']);
});

it('gives nothing to an agent who is full, not routable or without a lease', async () => {
  const desk = deskOn(await freshDatabase());
  await desk.capacity('ann', 1);
  await desk.online('ann');
  expect((await desk.takeIn()).agentId).toBe('ann');
  expect((await desk.takeIn()).agentId).toBeNull();
  await desk.online('ben');
  await desk.offline('ben');
  expect((await desk.takeIn()).agentId).toBeNull();
  await desk.online('cho');
  desk.pass(leaseMs);
  expect((await desk.takeIn()).agentId).toBeNull();
});

it('drains the queue in order when an agent comes online, closes a ticket or gets more room', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  await desk.capacity('ann', 2);
  const waiting: TicketRow[] = [];
  for (let i = 0; i < 5; i++) waiting.push(await desk.takeIn());
  const agentsOf = async () => Promise.all(waiting.map(async ({ id }) => (await getTicket(db, id))?.agentId));

  await desk.online('ann');
  expect(await agentsOf()).toEqual(['ann', 'ann', null, null, null]);
  await desk.close(waiting[0]!.id);
  expect(await agentsOf()).toEqual(['ann', 'ann', 'ann', null, null]);
  await desk.capacity('ann', 3);
  expect(await agentsOf()).toEqual(['ann', 'ann', 'ann', 'ann', null]);
});

it('gives the first in the queue, not the newcomer, to an agent whom nothing had drained for', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  await desk.online('ann');
  desk.pass(leaseMs);
  const old = await desk.takeIn();
  await db.batch([`update agents set lease_until = 1e15`], 'write');
  const newcomer = await desk.takeIn();
  expect((await getTicket(db, old.id))?.agentId).toBe('ann');
  expect(newcomer.agentId).toBeNull();
});

it('tells of each assignment once', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  await desk.takeIn();
  await desk.takeIn();
  await desk.online('ann');
  await desk.takeIn();
  expect(
    await db.rows(`select count(*), count(distinct ticket_id) from events where type = 'ticket.assigned'`),
  ).toEqual([[3, 3]]);
});

it('counts load from what the tickets say, through every step of their life', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  await desk.online('ann');
  const loadIs = async (load: number) => expect(await db.rows('select load from agents')).toEqual([[load]]);
  const a = await desk.takeIn();
  const b = await desk.takeIn();
  await loadIs(2);
  await desk.pick('ann', a.id);
  await desk.closeRoom('ann', a.roomId);
  await loadIs(2);
  await desk.close(a.id);
  await desk.close(a.id);
  await loadIs(1);
  await desk.close(b.id);
  await loadIs(0);
});
