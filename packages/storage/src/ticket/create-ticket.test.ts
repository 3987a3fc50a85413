import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { createTicket, send, setPickedTime } from '../index.ts';

it('creates one ticket, one event and one key when twenty requests race with the same key', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const tickets = await Promise.all(
    Array.from({ length: 20 }, (_, i) => desk.createTicket({ key: 'once', customerId: `customer-${i}` })),
  );
  expect(new Set(tickets.map(({ id }) => id)).size).toBe(1);
  expect(await db.rows('select ticket_id from idempotency_keys')).toEqual([[tickets[0]?.id]]);
  expect(await db.rows(`select ticket_id, change_id from events where type = 'ticket.created'`)).toHaveLength(
    1,
  );
});

it('creates nothing if the key was used with another body', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.createTicket({ key: 'once', bodyHash: 'a' });
  expect(await send(db, createTicket, desk.newTicket({ key: 'once', bodyHash: 'b' }))).toEqual({
    outcome: 'key_reused',
  });
  expect(await db.rows('select count(*) from tickets')).toEqual([[1]]);
});

it('accepts a key again after 24 hours', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const first = await desk.createTicket({ key: 'once', bodyHash: 'a', customerId: 'c1' });
  desk.wait(24 * 3_600_000 - 100);
  expect((await desk.createTicket({ key: 'once', bodyHash: 'a', customerId: 'c1' })).id).toBe(first.id);
  desk.wait(200);
  expect((await desk.createTicket({ key: 'once', bodyHash: 'b', customerId: 'c2' })).id).not.toBe(first.id);
});

it('returns the open ticket to a second request for the same customer, entity and order', async () => {
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

it('writes nothing for a repeated command, even after the ticket was picked', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const input = desk.newTicket();
  const first = await send(db, createTicket, input);
  const pick = { ...desk.context(), ref: 'ann', self: 'ann', ticketId: input.changeId };
  await send(db, setPickedTime, pick);
  const before = await db.rows('select * from events');
  expect(await send(db, createTicket, input)).toMatchObject({
    outcome: 'created',
    ticket: { id: 'ticket' in first && first.ticket.id },
  });
  await send(db, setPickedTime, pick);
  expect(await db.rows('select * from events')).toEqual(before);
});
