import { leaseMs } from '@chat-ticket/domain';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { type TicketRow } from '../index.ts';

it('gives a chat to the least loaded agent, then to the longest idle', async () => {
  const desk = openDesk(await freshDatabase());
  await desk.online('ann');
  await desk.online('ben');
  const given = [await desk.createTicket(), await desk.createTicket(), await desk.createTicket()];
  expect(given.map(({ agentId }) => agentId)).toEqual(['ann', 'ben', 'ann']);
});

it('gives nothing to an agent who is full, not routable or without a lease', async () => {
  const desk = openDesk(await freshDatabase());
  await desk.setCapacity('ann', 1);
  await desk.online('ann');
  expect((await desk.createTicket()).agentId).toBe('ann');
  expect((await desk.createTicket()).agentId).toBeNull();
  await desk.online('ben');
  await desk.offline('ben');
  expect((await desk.createTicket()).agentId).toBeNull();
  await desk.online('cho');
  desk.wait(leaseMs);
  expect((await desk.createTicket()).agentId).toBeNull();
});

it('drains the queue in order when an agent comes online, closes a ticket or gets more room', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.setCapacity('ann', 2);
  const waiting: TicketRow[] = [];
  for (let i = 0; i < 5; i++) waiting.push(await desk.createTicket());
  const agentsOf = async () => Promise.all(waiting.map(async ({ id }) => await desk.agentOf(id)));

  await desk.online('ann');
  expect(await agentsOf()).toEqual(['ann', 'ann', null, null, null]);
  await desk.close(waiting[0]!.id);
  expect(await agentsOf()).toEqual(['ann', 'ann', 'ann', null, null]);
  await desk.setCapacity('ann', 3);
  expect(await agentsOf()).toEqual(['ann', 'ann', 'ann', 'ann', null]);
});

it('gives the first in the queue, not the newcomer, to an agent whom nothing had drained for', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  desk.wait(leaseMs);
  const old = await desk.createTicket();
  await db.batch([`update agents set lease_until = 1e15`], 'write');
  const newcomer = await desk.createTicket();
  expect(await desk.agentOf(old.id)).toBe('ann');
  expect(newcomer.agentId).toBeNull();
});

it('tells of each assignment once', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.createTicket();
  await desk.createTicket();
  await desk.online('ann');
  await desk.createTicket();
  expect(
    await db.rows(`select count(*), count(distinct ticket_id) from events where type = 'ticket.assigned'`),
  ).toEqual([[3, 3]]);
});

it('counts load from what the tickets say, through every step of their life', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const loadIs = async (load: number) => expect(await db.rows('select load from agents')).toEqual([[load]]);
  const a = await desk.createTicket();
  const b = await desk.createTicket();
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
