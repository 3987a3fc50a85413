import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { getEventLogBounds, readEventLog, readRoomEventLog, send } from '../index.ts';

it('knows the last number after every event is deleted', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  expect(await send(db, getEventLogBounds, {})).toEqual({ bounds: { last: 0, oldest: null } });
  await desk.online('ann');
  const {
    bounds: { last },
  } = await send(db, getEventLogBounds, {});
  await db.batch(['delete from events'], 'write');
  expect(await send(db, getEventLogBounds, {})).toEqual({ bounds: { last, oldest: null } });
  await desk.createTicket();
  expect(await send(db, getEventLogBounds, {})).toEqual({ bounds: { last: last + 2, oldest: last + 1 } });
});

it('ends a page with the event that reaches the number of characters, and never before the first event', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const { roomId } = await desk.createTicket();
  await desk.createTicket();
  await db.batch([`update events set data = json_set(data, '$.x', printf('%.*c', 1000, 'x'))`], 'write');
  const read = async (maxCharacters: number, limit: number) => {
    const { events } = await send(db, readEventLog, { after: 0, limit, maxCharacters });
    return events.map(({ seq }) => seq);
  };
  const all = await read(1e6, 100);
  expect(all.length).toBeGreaterThan(1);
  expect(await read(1, 100)).toEqual(all.slice(0, 1));
  expect(await read(1_001, 100)).toEqual(all.slice(0, 1));
  expect(await read(1_500, 100)).toEqual(all.slice(0, 2));
  expect(await read(1e6, 1)).toEqual(all.slice(0, 1));
  const ofRoom = { after: 0, limit: 100, maxCharacters: 1, roomId };
  expect((await send(db, readRoomEventLog, ofRoom)).events.map(({ seq }) => seq)).toEqual(all.slice(0, 1));
});
