import { expect, it } from 'vitest';
import { deskOn } from '../../test/desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';

it('places a ticket by a clock that is behind the one that took it in', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  await desk.online('ann');
  const { id } = await desk.takeIn();
  desk.pass(-1_000);
  expect(await desk.decline('ann', id)).toMatchObject({ isDone: true });
  expect(await db.rows('select status, stage from tickets')).toEqual([['CREATED', 0]]);
});
