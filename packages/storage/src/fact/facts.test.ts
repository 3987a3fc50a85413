import { Settings } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { deleteAgent, moveDeadlines, putSettings, send, transferToQueue } from '../index.ts';

async function openFacts() {
  const db = await freshDatabase();
  const desk = openDesk(db);
  return {
    ...desk,
    db,
    intervals: (ticketId: string) =>
      db.rows(`select phase, agent_id, cause, ended_at - began_at, ended_by from ticket_intervals
        where ticket_id = '${ticketId}' order by id`),
    statuses: (agentId: string) =>
      db.rows(`select status, is_routable, has_tickets, ended_at - began_at from agent_intervals
        where agent_id = '${agentId}' order by began_at`),
    facts: async (ticketId: string, columns: string) =>
      (await db.rows(`select ${columns} from ticket_facts where ticket_id = '${ticketId}'`))[0],
    put: (settings: object) =>
      send(db, putSettings, { ...desk.context(), settings: v.parse(Settings, settings), ifVersion: null }),
  };
}

it('keeps each interval of a ticket, from its wait to its close, and all its times', async () => {
  const desk = await openFacts();
  await desk.online('ann');
  const { id, roomId } = await desk.createTicket();
  desk.wait(9);
  await desk.pick('ann', id);
  desk.wait(19);
  await desk.sendMessage(roomId, { actorRole: 'agent', actorId: 'ann' });
  await desk.sendMessage(roomId, { actorRole: 'agent', actorId: 'ann' });
  await desk.closeRoom('ann', roomId);
  desk.wait(99);
  await desk.close(id);
  expect(await desk.intervals(id)).toEqual([
    ['offered', 'ann', null, 10, 'picked'],
    ['picked', 'ann', null, 22, 'chat_closed'],
    ['wrap_up', 'ann', null, 100, 'closed'],
  ]);
  expect(
    await desk.facts(
      id,
      `first_assigned_at - created_at, picked_at - created_at, first_reply_at - created_at, room_closed_at - created_at,
       closed_at - created_at, goal_ms, first_agent_id, reply_agent_id, assignments`,
    ),
  ).toEqual([0, 10, 30, 32, 132, 60_000, 'ann', 'ann', 1]);
});

it('says why a ticket waits, and how each offer ended', async () => {
  const desk = await openFacts();
  const { id } = await desk.createTicket();
  desk.wait(10);
  await desk.online('ann');
  await desk.decline('ann', id);
  await desk.online('ben');
  await desk.sweepAfter(60_000, 'ben');
  expect(await desk.intervals(id)).toMatchObject([
    ['waiting', null, 'nobody_with_skills', 11, 'assigned'],
    ['offered', 'ann', null, 1, 'declined'],
    ['waiting', null, 'declined', 1, 'assigned'],
    ['offered', 'ben', null, 60_001, 'missed'],
    ['waiting', null, 'missed', null, null],
  ]);
  expect(await desk.facts(id, 'declines, misses, transfers')).toEqual([1, 1, 0]);
});

it('tells a queue that is closed and agents who are full from agents without the skills', async () => {
  const desk = await openFacts();
  await desk.put({
    queues: [
      { id: 'night', takes: { languages: ['tha'] }, hours: { timeZone: 'UTC', weekly: {} } },
      { id: 'default' },
    ],
  });
  await desk.setCapacity('ann', 1);
  await desk.online('ann');
  await desk.createTicket();
  const full = await desk.createTicket();
  const closed = await desk.createTicket({ language: 'tha' });
  const causes = await desk.db.rows('select ticket_id, cause from ticket_intervals where cause is not null');
  expect(causes).toEqual([
    [full.id, 'all_full'],
    [closed.id, 'queue_closed'],
  ]);
});

it('begins a new wait in the queue that a person or new settings choose, and counts only the person as a transfer', async () => {
  const desk = await openFacts();
  await desk.put({ queues: [{ id: 'a', takes: { languages: ['tha'] } }, { id: 'b' }] });
  const { id } = await desk.createTicket({ language: 'tha' });
  const to = { ticketId: id, owner: null, ifVersion: null, note: null };
  await send(desk.db, transferToQueue, { ...desk.context(), ...to, queueId: 'b' });
  await desk.put({ queues: [{ id: 'c' }] });
  const queues = await desk.db.rows('select queue_id, ended_by from ticket_intervals order by id');
  expect(queues).toEqual([
    ['a', 'moved'],
    ['b', 'placed'],
    ['c', null],
  ]);
  expect(await desk.facts(id, 'queue_id, transfers')).toEqual(['c', 1]);
});

it('counts no transfer if new settings move a ticket at the time at which a person moved it to its own queue', async () => {
  const desk = await openFacts();
  await desk.put({ queues: [{ id: 'a' }] });
  const { id } = await desk.createTicket();
  const to = { ticketId: id, owner: null, ifVersion: null, note: null };
  const moved = desk.context();
  await send(desk.db, transferToQueue, { ...moved, ...to, queueId: 'a' });
  const settings = v.parse(Settings, { queues: [{ id: 'b' }] });
  await send(desk.db, putSettings, { ...desk.context(), now: moved.now, settings, ifVersion: null });
  expect(await desk.db.rows('select queue_id, ended_by from ticket_intervals order by id')).toEqual([
    ['a', 'placed'],
    ['b', null],
  ]);
  expect(await desk.facts(id, 'transfers')).toEqual([0]);
});

it('keeps each interval of an agent, with and without tickets, until it is removed', async () => {
  const desk = await openFacts();
  await desk.online('ann');
  desk.wait(9);
  const { id } = await desk.createTicket();
  desk.wait(9);
  await desk.close(id);
  await desk.busy('ann');
  const others = v.parse(Settings, {}).statuses.filter(({ id: status }) => status !== 'busy');
  await desk.put({ statuses: [...others, { id: 'busy', alias: 'busy', routable: true }] });
  await desk.offline('ann');
  desk.wait(9);
  await send(desk.db, deleteAgent, { ...desk.context(), agentId: 'ann', leewaySeconds: 0 });
  expect(await desk.statuses('ann')).toEqual([
    ['online', 1, 0, 10],
    ['online', 1, 1, 10],
    ['online', 1, 0, 1],
    ['busy', 0, 0, 1],
    ['busy', 1, 0, 1],
    ['offline', 0, 0, 10],
  ]);
});

it('keeps each gap, and cuts what seems to last into the future after a clock was set back', async () => {
  const desk = await openFacts();
  await desk.online('ann');
  desk.wait(100_000);
  await send(desk.db, moveDeadlines, { ...desk.context(), servedUntil: 2, recordedUntil: null });
  expect(await desk.db.rows('select * from gaps')).toEqual([[2, 100_002]]);
  await desk.offline('ann');
  const context = { ...desk.context(), now: 50_000 };
  await send(desk.db, moveDeadlines, { ...context, servedUntil: 100_003, recordedUntil: 100_002 });
  expect(await desk.db.rows('select * from gaps')).toEqual([[2, 50_000]]);
  expect(await desk.db.rows('select status, began_at, ended_at from agent_intervals')).toEqual([
    ['online', 1, 50_000],
    ['offline', 50_000, null],
  ]);
});
