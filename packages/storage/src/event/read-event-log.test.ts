import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { getEventLogBounds, send } from '../index.ts';

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
