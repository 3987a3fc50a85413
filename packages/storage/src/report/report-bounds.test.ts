import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { getAgentReport, getTicketReport, send } from '../index.ts';

const filters = { queue: null, agent: null, ccr: null, language: null, entity: null };

const range = (until: number) => ({
  buckets: [
    [0, 2],
    [2, until],
  ] as const,
});

it('reads no report whose range has more rows than it may have, and ignores those of other ranges', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  for (let i = 0; i < 3; i++) await desk.createTicket();
  await desk.online('ann');
  await desk.offline('ann');
  const tickets = (until: number, maxRows: number) =>
    send(db, getTicketReport.queue, { ...filters, ...range(until), maxRows });
  expect(await tickets(100, 2)).toBeNull();
  expect(await tickets(100, 3)).not.toEqual([]);
  expect(await tickets(3, 2)).not.toEqual([]);
  const agents = (maxRows: number) =>
    send(db, getAgentReport.agent, { ...range(100), now: 100, agent: null, maxRows });
  expect(await agents(0)).toBeNull();
  expect(await agents(9)).not.toEqual([]);
});
