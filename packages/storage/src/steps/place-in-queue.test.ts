import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';

it('places a ticket at the first stage if the clock is behind the time of intake', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { id } = await desk.createTicket();
  desk.wait(-1_000);
  expect(await desk.decline('ann', id)).toMatchObject({ outcome: 'done' });
  expect(await db.rows('select status, stage from tickets')).toEqual([['CREATED', 0]]);
});
