import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { renewLeases, send, sweep } from '../index.ts';

const leases = `select id, lease_until, is_connected from agents order by id`;

it('prolongs the leases of all who are named, from their own last sign of life, and never shortens one', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  for (const agent of ['ann', 'ben', 'cat']) await desk.online(agent);
  const before = await db.rows(leases);
  const command = desk.context();
  await send(db, renewLeases, {
    ...command,
    leases: [
      { agentId: 'ann', leaseUntil: command.now + 60_000 },
      { agentId: 'ben', leaseUntil: command.now + 1 },
      { agentId: 'nobody', leaseUntil: command.now + 60_000 },
    ],
  });
  expect(await db.rows(leases)).toEqual([['ann', command.now + 60_000, 1], before[1], before[2]]);
});

it('lets who had lost its lease back in, with an event, and changes no status', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  desk.wait(61_000);
  await sweep(db, { now: desk.context().now, newId: () => crypto.randomUUID() });
  expect(await db.rows('select status, is_connected from agents')).toEqual([['online', 0]]);

  const command = desk.context();
  const renewal = { ...command, leases: [{ agentId: 'ann', leaseUntil: command.now + 50_000 }] };
  await send(db, renewLeases, renewal);
  await send(db, renewLeases, renewal);
  expect(await db.rows('select status, is_connected from agents')).toEqual([['online', 1]]);
  expect(
    await db.rows(
      `select count(*) from events where type = 'agent.connected' and change_id = '${command.changeId}'`,
    ),
  ).toEqual([[1]]);
});

it('does not bring back who showed no life for the length of a lease', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  desk.wait(120_000);
  await sweep(db, { now: desk.context().now, newId: () => crypto.randomUUID() });
  const command = desk.context();
  await send(db, renewLeases, { ...command, leases: [{ agentId: 'ann', leaseUntil: command.now - 1 }] });
  expect(await db.rows('select is_connected from agents')).toEqual([[0]]);
});
