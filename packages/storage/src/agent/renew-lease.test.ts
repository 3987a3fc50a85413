import { leaseMs } from '@chat-ticket/domain';
import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { renewLease, send } from '../index.ts';

const forever = 1e15;

async function deskWithTwoAgents() {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  await desk.online('ben');
  const renew = (agentId: string) =>
    send(db, renewLease, { ...desk.context(), agentId, leaseUntil: forever });
  return { db, desk, renew, agentOf: async (id: string) => await desk.agentOf(id) };
}

it('gives an agent who had lost the connection what waits', async () => {
  const { desk, renew, agentOf } = await deskWithTwoAgents();
  await desk.sweepAfter(leaseMs);
  const { id } = await desk.createTicket();
  expect(await agentOf(id)).toBeNull();
  await renew('ben');
  expect(await agentOf(id)).toBe('ben');
});

it('gives nothing out of turn to one who was there all along', async () => {
  const { db, desk, renew, agentOf } = await deskWithTwoAgents();
  await db.batch(['update agents set max_load = 0'], 'write');
  const { id } = await desk.createTicket();
  // As when a queue has opened this moment and the sweep has not come round yet.
  await db.batch([`update agents set max_load = 3, lease_until = ${forever}`], 'write');
  await renew('ben');
  expect(await agentOf(id)).toBeNull();
  await desk.sweepAfter(0);
  expect(await agentOf(id)).toBe('ann');
});
