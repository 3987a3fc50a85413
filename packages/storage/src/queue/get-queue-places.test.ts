import { expect, it } from 'vitest';
import { deskOn } from '../../test/desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { getQueuePlace } from './get-queue-place.ts';
import { getQueuePlaces } from './get-queue-places.ts';

it('answers of many rooms at once what each is answered alone, in one trip', async () => {
  const db = await freshDatabase();
  const desk = deskOn(db);
  await desk.online('ann');
  const rooms = ['nothing'];
  for (let n = 0; n < 10; n++) rooms.push((await desk.takeIn()).roomId);
  const { now } = desk.command();
  let trips = 0;
  const counted: typeof db = {
    ...db,
    batch: (statements, mode) => {
      trips += 1;
      return db.batch(statements, mode);
    },
  };
  const places = await getQueuePlaces(counted, { roomIds: rooms, now });
  expect(trips).toBe(1);
  const alone = await Promise.all(
    rooms.map(async (roomId) => [roomId, await getQueuePlace(db, { roomId, now })] as const),
  );
  expect([...places.entries()].toSorted()).toEqual(alone.filter(([, place]) => place !== null).toSorted());
  expect([...places.values()].map(({ position }) => position)).toContain(7);
});
