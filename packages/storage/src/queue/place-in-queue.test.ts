import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';

it('places a ticket by a clock that is behind the one that took it in', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { id } = await desk.createTicket();
  desk.wait(-1_000);
  expect(await desk.decline('ann', id)).toMatchObject({ outcome: 'done' });
  expect(await db.rows('select status, stage from tickets')).toEqual([['CREATED', 0]]);
});
