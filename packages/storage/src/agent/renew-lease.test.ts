import { leaseMs } from '@chat-ticket/domain';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { renewLease, send } from '../index.ts';

const farFuture = 1e15;

async function deskWithTwoAgents() {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  await desk.online('ben');
  const renew = (agentId: string) =>
    send(db, renewLease, { ...desk.context(), agentId, leaseUntil: farFuture });
  return { db, desk, renew };
}

it('assigns waiting tickets to an agent whose lease had ended', async () => {
  const { desk, renew } = await deskWithTwoAgents();
  await desk.sweepAfter(leaseMs);
  const { id } = await desk.createTicket();
  expect(await desk.agentOf(id)).toBeNull();
  await renew('ben');
  expect(await desk.agentOf(id)).toBe('ben');
});

it('does not assign out of turn to an agent whose lease is running', async () => {
  const { db, desk, renew } = await deskWithTwoAgents();
  await db.batch(['update agents set max_load = 0'], 'write');
  const { id } = await desk.createTicket();
  // The same state occurs when a queue has just opened and no sweep has run yet.
  await db.batch([`update agents set max_load = 3, lease_until = ${farFuture}`], 'write');
  await renew('ben');
  expect(await desk.agentOf(id)).toBeNull();
  await desk.sweepAfter(0);
  expect(await desk.agentOf(id)).toBe('ann');
});
