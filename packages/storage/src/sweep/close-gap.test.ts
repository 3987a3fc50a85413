import { defaultSettings } from '@chat-ticket/contract';
import { leaseMs, reconnectGraceMs } from '@chat-ticket/domain';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { closeGap, putSettings, recordServed, revokeTokens, send } from '../index.ts';

const dayMs = 86_400_000;

async function deskThatServed() {
  const db = await freshDatabase();
  const desk = openDesk(db);
  // A context advances the clock by 1 ms.
  const now = () => {
    desk.wait(-1);
    return desk.context().now;
  };
  return {
    db,
    desk,
    now,
    record: () => send(db, recordServed, desk.context()),
    close: (ownServedUntil: number | null = null) =>
      closeGap(db, { now: now(), newId: () => crypto.randomUUID(), ownServedUntil }),
    /** How long the deadlines of this column still run, in ms. */
    left: async (column: string, table = 'tickets') => {
      const rows = await db.rows(`select ${column} from ${table} where ${column} is not null`);
      return rows.map(([at]) => Number(at) - now());
    },
  };
}

it('gives an offer what was left of it, and its agent a new lease, after an outage', async () => {
  const { desk, record, close, left } = await deskThatServed();
  await desk.online('ann');
  await desk.createTicket();
  desk.wait(10_000);
  await record();
  const [leftMs] = await left('pick_by');
  desk.wait(3_600_000);
  await close();
  expect(await left('pick_by')).toEqual([leftMs]);
  expect(await left('lease_until', 'agents')).toEqual([leaseMs]);
  const { events } = await desk.sweepAfter(0);
  expect(events).toEqual([]);
});

it('gives an offer that was almost over the grace for reconnecting', async () => {
  const { desk, record, close, left } = await deskThatServed();
  await desk.online('ann');
  await desk.createTicket();
  desk.wait(59_000);
  await record();
  desk.wait(62_000);
  await close();
  expect(await left('pick_by')).toEqual([reconnectGraceMs]);
});

it('keeps picked tickets with their agent after an outage of any length', async () => {
  const { desk, record, close } = await deskThatServed();
  await desk.online('ann');
  const { id } = await desk.createTicket();
  await desk.pick('ann', id);
  await record();
  desk.wait(30 * dayMs);
  await close();
  await desk.sweepAfter(0);
  expect(await desk.agentOf(id)).toBe('ann');
});

it('does not warn or close an idle chat for the time of an outage', async () => {
  const { db, desk, record, close, left } = await deskThatServed();
  const autoClose = { warnSeconds: 60, closeSeconds: 120, warningText: 'Are you there?' };
  const settings = { ...defaultSettings, queues: [{ ...defaultSettings.queues[0]!, autoClose }] };
  await send(db, putSettings, { ...desk.context(), settings, ifVersion: null });
  await desk.online('ann');
  const { id, roomId } = await desk.createTicket();
  await desk.pick('ann', id);
  await desk.sendMessage(roomId, { effect: 'starts' });
  await record();
  const [warningMs] = await left('auto_close_warning_at');
  const [closeMs] = await left('auto_close_at');
  desk.wait(600_000);
  await close();
  expect(await left('auto_close_warning_at')).toEqual([warningMs]);
  expect(await left('auto_close_at')).toEqual([closeMs]);

  await desk.sweepAfter(61_000, 'ann');
  await record();
  desk.wait(-3_600_000);
  await close();
  const [afterBackMs] = await left('auto_close_at');
  expect(afterBackMs).toBeGreaterThanOrEqual(reconnectGraceMs);
  expect(afterBackMs).toBeLessThanOrEqual(120_000);
});

it('leaves no time to come when a clock that was 400 days ahead is set back', async () => {
  const { db, desk, record, close, left, now } = await deskThatServed();
  desk.wait(400 * dayMs);
  await desk.online('ann');
  await desk.createTicket();
  for (let n = 0; n < 4; n++) await desk.createTicket({ customerId: `c${n}` });
  await record();
  const order = await db.rows(`select id from tickets where agent_id is null order by rank, id`);
  desk.wait(-400 * dayMs);
  await close();
  expect(await left('lease_until', `(select lease_until from agents where id = 'ann')`)).toEqual([leaseMs]);
  for (const ms of await left('pick_by')) expect(ms).toBeLessThanOrEqual(60_000);
  expect(
    await db.rows(`select id from agents where status_since > ${now()} or idle_since > ${now()}`),
  ).toEqual([]);
  expect(await db.rows(`select id from tickets where agent_id is null and created_at > ${now()}`)).toEqual(
    [],
  );
  expect(await db.rows(`select id from tickets where agent_id is null order by rank, id`)).toEqual(order);
});

it('deletes no events while the clock is ahead for a moment', async () => {
  const { db, desk, record, close } = await deskThatServed();
  await desk.online('ann');
  await record();
  const events = async () => (await db.rows('select seq from events')).length;
  const before = await events();
  desk.wait(400 * dayMs);
  await close();
  await desk.sweepAfter(0);
  expect(await events()).toBe(before);
  desk.wait(-400 * dayMs);
  await close();
  await desk.sweepAfter(0);
  expect(await events()).toBe(before);
  expect(before).toBeGreaterThan(0);
});

it('shortens a revocation that was made while the clock was ahead', async () => {
  const { db, desk, now, record, close } = await deskThatServed();
  await record();
  desk.wait(400 * dayMs);
  const revoke = (sub: string) =>
    send(db, revokeTokens, { ...desk.context(), role: 'agent', sub, leewaySeconds: 60 });
  await revoke('ann');
  await record();
  desk.wait(-400 * dayMs);
  await close();
  const [[until]] = (await db.rows('select issued_until from token_revocations')) as [[number]];
  expect(until).toBeLessThanOrEqual(now() / 1000 + 3_600);
  expect(until).toBeGreaterThan(now() / 1000);
});

it('forgets no idempotency key until 10 minutes after a gap', async () => {
  const { desk, record, close } = await deskThatServed();
  await record();
  const create = () => desk.createTicket({ key: 'once', bodyHash: 'a', customerId: 'c' });
  const first = await create();
  await desk.close(first.id);
  for (const days of [2, -2, 400, -400, 2]) {
    desk.wait(days * dayMs);
    await close();
    await desk.createTicket();
    expect((await create()).id).toBe(first.id);
  }
  desk.wait(600_000);
  expect((await create()).id).not.toBe(first.id);
});

it('deletes old events again 10 minutes after a gap', async () => {
  const { db, desk, record, close } = await deskThatServed();
  await desk.online('ann');
  await record();
  desk.wait(400 * dayMs);
  await close();
  await desk.sweepAfter(600_000);
  expect(await db.rows('select seq from events where seq = 1')).toEqual([]);
});

it('moves nothing while another process serves, whatever its clock says', async () => {
  const { desk, now, record, close } = await deskThatServed();
  await desk.online('ann');
  const sweptAt = now();
  desk.wait(600_000);
  await record();
  expect(await close(sweptAt)).toBeNull();
  expect(await close(now())).toBeNull();
  desk.wait(600_000);
  await record();
  desk.wait(-600_000);
  expect(await close(now())).toBeNull();
});

it('moves nothing on a desk that never recorded that it served', async () => {
  const { desk, close } = await deskThatServed();
  await desk.online('ann');
  expect(await close()).toBeNull();
});

/** A desk with 450 offers that closes a gap of an hour. */
async function deskWithManyOffers() {
  const { db, desk, record, close, now } = await deskThatServed();
  for (let i = 0; i < 5; i++) {
    await desk.setCapacity(`a${i}`, 100);
    await desk.online(`a${i}`);
  }
  for (let i = 0; i < 450; i++) await desk.createTicket();
  await record();
  desk.wait(3_600_000);
  const due = async () => {
    const rows = await db.rows(`select count(*) from tickets where pick_by <= ${now()}`);
    return Number(rows[0]![0]);
  };
  return { db, desk, record, close, now, due };
}

it('moves the deadlines of a bounded number of tickets at once, and the sweep moves the rest before it acts', async () => {
  const { db, desk, close, due } = await deskWithManyOffers();
  await close();
  expect(await due()).toBe(250);
  await desk.sweepAfter(0);
  expect(await due()).toBe(0);
  expect(await db.rows(`select count(*) from events where type = 'ticket.missed'`)).toEqual([[0]]);
});

it('moves all deadlines by both gaps if the process ends while it moves them by the first', async () => {
  const { db, desk, close, now } = await deskWithManyOffers();
  const deadlines = 'select distinct pick_by from tickets';
  await close();
  const first = now();
  desk.wait(3_600_000);
  await close(first);
  await desk.sweepAfter(0);
  const left = (await db.rows(deadlines)).map(([at]) => Number(at) - now());
  expect(Math.max(...left)).toBeLessThanOrEqual(60_000);
  expect(Math.min(...left)).toBeGreaterThanOrEqual(reconnectGraceMs - 10);
  expect(await db.rows(`select count(*) from events where type = 'ticket.missed'`)).toEqual([[0]]);
});
