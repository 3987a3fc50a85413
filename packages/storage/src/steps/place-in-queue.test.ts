import Engine from 'libsql';
import { expect, it, onTestFinished } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { placeInQueue } from './place-in-queue.ts';
import { openDesk } from '../../test/open-desk.ts';

it('places a ticket at the first stage if the clock is behind the time of intake', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { id } = await desk.createTicket();
  desk.wait(-1_000);
  expect(await desk.decline('ann', id)).toMatchObject({ outcome: 'done' });
  expect(await db.rows('select status, stage from tickets')).toEqual([['CREATED', 0]]);
});

it('compares the queues with a ticket once, because new settings place all open tickets', async () => {
  const { url } = await freshDatabase();
  const engine = new Engine(url.slice('file:'.length));
  onTestFinished(() => void engine.close());
  const plan = engine.prepare(`explain query plan ${placeInQueue.text}`).all() as { detail: string }[];
  // Looking a queue up by its id is no comparison.
  const comparisons = plan.filter(({ detail }) => /^SCAN (queues|q)\b/.test(detail));
  expect(comparisons).toHaveLength(1);
});
