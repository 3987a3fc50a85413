import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { createTicket, send, setPickedTime } from '../index.ts';

const eventsOf = (type: string) => `select ticket_id, change_id from events where type = '${type}'`;

it('lets one of many picks win; the others write no event', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { id } = await desk.createTicket();
  const picks = await Promise.all(Array.from({ length: 20 }, () => desk.pick('ann', id)));
  expect(new Set(picks.map(({ ticket }) => ticket?.pickedAt)).size).toBe(1);
  expect(await db.rows(eventsOf('ticket.picked'))).toHaveLength(1);
});

it('writes nothing for a pick by an agent who does not have the ticket', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { id } = await desk.createTicket();
  await desk.online('ben');
  const before = await db.rows('select * from events');
  expect((await desk.pick('ben', id)).ticket?.pickedAt).toBeNull();
  expect(await db.rows('select * from events')).toEqual(before);
});

it('keeps one idempotency row, one ticket and one event when a key races with itself', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const tries = await Promise.all(
    Array.from({ length: 20 }, (_, i) => desk.createTicket({ key: 'once', customerId: `customer-${i}` })),
  );
  expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
  expect(await db.rows('select ticket_id from idempotency_keys')).toEqual([[tries[0]?.id]]);
  expect(await db.rows(eventsOf('ticket.created'))).toHaveLength(1);
});

it('keeps a key for another body from taking anything in', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.createTicket({ key: 'once', bodyHash: 'a' });
  expect(await send(db, createTicket, desk.newTicket({ key: 'once', bodyHash: 'b' }))).toEqual({
    outcome: 'key_reused',
  });
  expect(await db.rows('select count(*) from tickets')).toEqual([[1]]);
});

it('gives a key back for new use after its day', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const first = await desk.createTicket({ key: 'once', bodyHash: 'a', customerId: 'c1' });
  desk.wait(24 * 3_600_000 - 100);
  expect((await desk.createTicket({ key: 'once', bodyHash: 'a', customerId: 'c1' })).id).toBe(first.id);
  desk.wait(200);
  expect((await desk.createTicket({ key: 'once', bodyHash: 'b', customerId: 'c2' })).id).not.toBe(first.id);
});

it('answers a second createTicket for the same customer, entity and order with the open ticket', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const chat = { customerId: 'c', entityId: 'FP_SG', orderId: 'o' };
  const first = await desk.createTicket(chat);
  expect(await send(db, createTicket, desk.newTicket(chat))).toMatchObject({
    outcome: 'open',
    ticket: { id: first.id },
  });
  expect((await desk.createTicket({ ...chat, orderId: 'p' })).id).not.toBe(first.id);
  await desk.close(first.id);
  expect((await desk.createTicket(chat)).id).not.toBe(first.id);
});

it('does nothing more when a batch whose answer was lost is sent again', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const taken = desk.newTicket();
  const first = await send(db, createTicket, taken);
  const pick = { ...desk.context(), ref: 'ann', self: 'ann', ticketId: taken.changeId };
  await send(db, setPickedTime, pick);
  const before = await db.rows('select * from events');
  expect(await send(db, createTicket, taken)).toMatchObject({
    outcome: 'created',
    ticket: { id: 'ticket' in first && first.ticket.id },
  });
  await send(db, setPickedTime, pick);
  expect(await db.rows('select * from events')).toEqual(before);
});
