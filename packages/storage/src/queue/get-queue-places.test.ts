import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { getQueuePlace, getQueuePlaces, send } from '../index.ts';

it('answers of many rooms at once what each is answered alone, in one trip', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const rooms = ['nothing'];
  for (let n = 0; n < 10; n++) rooms.push((await desk.createTicket()).roomId);
  const { now } = desk.context();
  let trips = 0;
  const counted: typeof db = {
    ...db,
    batch: (statements, mode) => {
      trips += 1;
      return db.batch(statements, mode);
    },
  };
  const places = await send(counted, getQueuePlaces, { roomIds: rooms, now });
  expect(trips).toBe(1);
  const alone = await Promise.all(
    rooms.map(async (roomId) => [roomId, await send(db, getQueuePlace, { roomId, now })] as const),
  );
  expect([...places.entries()].toSorted()).toEqual(alone.filter(([, place]) => place !== null).toSorted());
  expect([...places.values()].map(({ position }) => position)).toContain(7);
});
