import { leaseMs, releaseAfterMs } from '@chat-ticket/domain';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { send, sweepBatch } from '../index.ts';

/** A desk whose agents ann and ben have 30 offers each. */
async function deskWithOffers() {
  const db = await freshDatabase();
  const desk = openDesk(db);
  for (const agent of ['ann', 'ben']) {
    await desk.setCapacity(agent, 30);
    await desk.online(agent);
  }
  for (let i = 0; i < 60; i++) await desk.createTicket();
  await db.batch([`update tickets set pick_by = 9e15`], 'write');
  const content = () => db.rows('select load, is_connected, release_at from agents order by id');
  return {
    db,
    /** After `ms`: how many tickets are held after each batch of a sweep, until one changes nothing. */
    heldAfter: async (ms: number) => {
      desk.wait(ms);
      const held: number[] = [];
      for (let before: unknown[][] = [], after = await content(); `${before}` !== `${after}`;) {
        await send(db, sweepBatch, { ...desk.context(), actorRole: 'system', actorId: 'sweep' });
        [before, after] = [after, await content()];
        held.push(after.reduce((sum, [load]) => sum + Number(load), 0));
      }
      return held;
    },
    eventsOf: (type: string) =>
      db.rows(
        `select agent_id, count(*) from events where type = '${type}' group by agent_id order by agent_id`,
      ),
  };
}

it('returns at most 20 offers of agents whose leases have ended in a batch', async () => {
  const { db, heldAfter, eventsOf } = await deskWithOffers();
  expect(await heldAfter(leaseMs + 1_000)).toEqual([40, 20, 0, 0]);
  expect(await eventsOf('ticket.returned')).toEqual([
    ['ann', 30],
    ['ben', 30],
  ]);
  expect(await eventsOf('agent.disconnected')).toEqual([
    ['ann', 1],
    ['ben', 1],
  ]);
  expect(await db.rows('select sum(is_connected), count(release_at) from agents')).toEqual([[0, 2]]);
});

it('returns at most 20 picked tickets of agents who stay away in a batch', async () => {
  const { db, heldAfter, eventsOf } = await deskWithOffers();
  await db.batch([`update tickets set picked_at = 1, pick_by = null`], 'write');
  expect(await heldAfter(leaseMs + 1_000)).toEqual([60, 60]);
  expect(await heldAfter(releaseAfterMs)).toEqual([40, 20, 0, 0]);
  expect(await eventsOf('ticket.returned')).toEqual([
    ['ann', 30],
    ['ben', 30],
  ]);
  expect(await db.rows('select count(release_at) from agents')).toEqual([[0]]);
});
