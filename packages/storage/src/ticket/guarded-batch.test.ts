import { expect, it } from 'vitest';
import { deskOn } from '../../test/desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { setPickedTime } from './set-picked-time.ts';
import { intake } from './intake.ts';

const eventsOf = (type: string) => `select ticket_id, change_id from events where type = '${type}'`;

it('lets one of many picks win; the others write no event', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  await desk.online('ann');
  const { id } = await desk.takeIn();
  const picks = await Promise.all(Array.from({ length: 20 }, () => desk.pick('ann', id)));
  expect(new Set(picks.map(({ ticket }) => ticket?.pickedAt)).size).toBe(1);
  expect(await db.rows(eventsOf('ticket.picked'))).toHaveLength(1);
});

it('writes nothing for a pick by an agent who does not have the ticket', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  await desk.online('ann');
  const { id } = await desk.takeIn();
  await desk.online('ben');
  const before = await db.rows('select * from events');
  expect((await desk.pick('ben', id)).ticket?.pickedAt).toBeNull();
  expect(await db.rows('select * from events')).toEqual(before);
});

it('keeps one idempotency row, one ticket and one event when a key races with itself', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  const tries = await Promise.all(
    Array.from({ length: 20 }, (_, i) => desk.takeIn({ key: 'once', customerId: `customer-${i}` })),
  );
  expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
  expect(await db.rows('select ticket_id from idempotency_keys')).toEqual([[tries[0]?.id]]);
  expect(await db.rows(eventsOf('ticket.created'))).toHaveLength(1);
});

it('keeps a key for another body from taking anything in', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  await desk.takeIn({ key: 'once', bodyHash: 'a' });
  expect(await intake(db, desk.intakeOf({ key: 'once', bodyHash: 'b' }))).toEqual({ outcome: 'key_reused' });
  expect(await db.rows('select count(*) from tickets')).toEqual([[1]]);
});

it('gives a key back for new use after its day', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  const first = await desk.takeIn({ key: 'once', bodyHash: 'a', customerId: 'c1' });
  desk.pass(24 * 3_600_000 - 100);
  expect((await desk.takeIn({ key: 'once', bodyHash: 'a', customerId: 'c1' })).id).toBe(first.id);
  desk.pass(200);
  expect((await desk.takeIn({ key: 'once', bodyHash: 'b', customerId: 'c2' })).id).not.toBe(first.id);
});

it('answers a second intake for the same customer, entity and order with the open ticket', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  const chat = { customerId: 'c', entityId: 'FP_SG', orderId: 'o' };
  const first = await desk.takeIn(chat);
  expect(await intake(db, desk.intakeOf(chat))).toMatchObject({ outcome: 'open', ticket: { id: first.id } });
  expect((await desk.takeIn({ ...chat, orderId: 'p' })).id).not.toBe(first.id);
  await desk.close(first.id);
  expect((await desk.takeIn(chat)).id).not.toBe(first.id);
});

it('does nothing more when a batch whose answer was lost is sent again', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  await desk.online('ann');
  const taken = desk.intakeOf();
  const first = await intake(db, taken);
  const pick = { ...desk.command(), ref: 'ann', self: 'ann', ticketId: taken.changeId };
  await setPickedTime(db, pick);
  const before = await db.rows('select * from events');
  expect(await intake(db, taken)).toMatchObject({
    outcome: 'created',
    ticket: { id: 'ticket' in first && first.ticket.id },
  });
  await setPickedTime(db, pick);
  expect(await db.rows('select * from events')).toEqual(before);
});
