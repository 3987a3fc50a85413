import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { getQueuePlace, getQueuePlaces, send } from '../index.ts';

it('returns in one trip what `getQueuePlace` returns for each room', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const roomIds = ['unknown'];
  for (let n = 0; n < 10; n++) roomIds.push((await desk.createTicket()).roomId);
  const { now } = desk.context();
  let trips = 0;
  const countingDb: typeof db = {
    ...db,
    batch: (statements, mode) => {
      trips += 1;
      return db.batch(statements, mode);
    },
  };
  const places = await send(countingDb, getQueuePlaces, { roomIds, now });
  expect(trips).toBe(1);
  const single = await Promise.all(
    roomIds.map(async (roomId) => [roomId, await send(db, getQueuePlace, { roomId, now })] as const),
  );
  expect([...places.entries()].toSorted()).toEqual(single.filter(([, place]) => place !== null).toSorted());
  expect([...places.values()].map(({ position }) => position)).toContain(7);
});
