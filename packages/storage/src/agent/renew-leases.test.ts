import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { renewLeases, send, sweep } from '../index.ts';

const leases = `select id, lease_until, is_connected from agents order by id`;

it('extends the leases of the listed agents, each to its own time, and shortens none', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  for (const agent of ['ann', 'ben', 'cat']) await desk.online(agent);
  const before = await db.rows(leases);
  const context = desk.context();
  await send(db, renewLeases, {
    ...context,
    leases: [
      { agentId: 'ann', leaseUntil: context.now + 60_000 },
      { agentId: 'ben', leaseUntil: context.now + 1 },
      { agentId: 'nobody', leaseUntil: context.now + 60_000 },
    ],
  });
  expect(await db.rows(leases)).toEqual([['ann', context.now + 60_000, 1], before[1], before[2]]);
});

it('reconnects an agent whose lease had ended, with one event and without a change of status', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  desk.wait(61_000);
  await sweep(db, { now: desk.context().now, newId: () => crypto.randomUUID() });
  expect(await db.rows('select status, is_connected from agents')).toEqual([['online', 0]]);

  const context = desk.context();
  const renewal = { ...context, leases: [{ agentId: 'ann', leaseUntil: context.now + 50_000 }] };
  await send(db, renewLeases, renewal);
  await send(db, renewLeases, renewal);
  expect(await db.rows('select status, is_connected from agents')).toEqual([['online', 1]]);
  expect(
    await db.rows(
      `select count(*) from events where type = 'agent.connected' and change_id = '${context.changeId}'`,
    ),
  ).toEqual([[1]]);
});

it('does not reconnect an agent whose last sign of life is older than a lease', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  desk.wait(120_000);
  await sweep(db, { now: desk.context().now, newId: () => crypto.randomUUID() });
  const context = desk.context();
  await send(db, renewLeases, { ...context, leases: [{ agentId: 'ann', leaseUntil: context.now - 1 }] });
  expect(await db.rows('select is_connected from agents')).toEqual([[0]]);
});
