import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { getEventLogBounds, readEventLog, send, sweep } from '../index.ts';

it('returns the events that it wrote, as the event log has them', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { id } = await desk.createTicket();
  const {
    bounds: { last },
  } = await send(db, getEventLogBounds, {});
  const { events } = await sweep(db, { now: desk.context().now + 60_000, newId: () => crypto.randomUUID() });
  expect(events.map(({ type, ticketId }) => [type, ticketId])).toContainEqual(['ticket.missed', id]);
  expect(events).toMatchObject(
    (await send(db, readEventLog, { after: last, limit: 100, maxCharacters: 1e6 })).events,
  );
});
