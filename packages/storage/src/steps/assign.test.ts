import { leaseMs } from '@chat-ticket/domain';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { type TicketRow } from '../index.ts';

it('assigns a ticket to the least loaded agent, and among equals to the one that is idle longest', async () => {
  const desk = openDesk(await freshDatabase());
  await desk.online('ann');
  await desk.online('ben');
  const tickets = [await desk.createTicket(), await desk.createTicket(), await desk.createTicket()];
  expect(tickets.map(({ agentId }) => agentId)).toEqual(['ann', 'ben', 'ann']);
});

it('assigns nothing to an agent who is full, not routable or without a lease', async () => {
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

it('assigns waiting tickets in order when an agent goes online, closes a ticket or gets more capacity', async () => {
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

it('assigns the first ticket of the queue, not the new one, when a new ticket finds an agent with capacity', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  desk.wait(leaseMs);
  const first = await desk.createTicket();
  await db.batch([`update agents set lease_until = 1e15`], 'write');
  const second = await desk.createTicket();
  expect(await desk.agentOf(first.id)).toBe('ann');
  expect(second.agentId).toBeNull();
});

it('writes one event for each assignment', async () => {
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

it('counts a ticket in the load of its agent until it is closed, wrap-up included', async () => {
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
