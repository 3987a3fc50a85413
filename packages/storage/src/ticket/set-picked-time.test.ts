import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';

it('sets the time once when twenty picks race, and writes one event', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { id } = await desk.createTicket();
  const picks = await Promise.all(Array.from({ length: 20 }, () => desk.pick('ann', id)));
  expect(new Set(picks.map(({ ticket }) => ticket?.pickedAt)).size).toBe(1);
  expect(await db.rows(`select ticket_id, change_id from events where type = 'ticket.picked'`)).toHaveLength(
    1,
  );
});

it('writes nothing for an agent who does not have the ticket', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { id } = await desk.createTicket();
  await desk.online('ben');
  const before = await db.rows('select * from events');
  expect((await desk.pick('ben', id)).ticket?.pickedAt).toBeNull();
  expect(await db.rows('select * from events')).toEqual(before);
});
