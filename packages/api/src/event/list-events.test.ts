import type { ErrorDocument, EventPage, History } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { openDesk } from '../../test/open-desk.ts';

type Desk = Awaited<ReturnType<typeof openDesk>>;

const hour = 3_600;
const pageOf = async (desk: Desk, query = '') => {
  const response = await desk.call('service', 'backend', 'GET', `/v1/events${query}`);
  return (await response.json()) as EventPage & ErrorDocument;
};

it('refuses a position whose next event was pruned, and returns the lowest position without a gap', async () => {
  const desk = await openDesk();
  const chat = await openChat(desk);
  await desk.call('admin', 'root', 'PUT', '/v1/settings', { eventRetentionHours: 24 });
  await desk.call('service', 'backend', 'POST', `/v1/tickets/${chat.ticketId}/close`);
  const before = await pageOf(desk);
  await chat.advance(25 * hour);

  const { errors } = await pageOf(desk, '?after=1');
  expect(errors).toMatchObject([{ code: 'events_pruned', source: { parameter: 'after' } }]);
  const lowest = errors[0]!.meta!.lowestAfter!;
  expect(lowest).toBe(before.lastSeq);
  expect((await pageOf(desk, `?after=${lowest - 1}`)).errors[0]!.code).toBe('events_pruned');
  await desk.call('agent', 'ben', 'PUT', '/v1/online');
  const rest = await pageOf(desk, `?after=${lowest}`);
  expect(rest.events.at(-1)).toMatchObject({ agentId: 'ben' });
  expect(await pageOf(desk)).toEqual(rest);
});

it('continues the numbering after the whole event log was pruned', async () => {
  const desk = await openDesk();
  const chat = await openChat(desk);
  await desk.call('service', 'backend', 'POST', `/v1/tickets/${chat.ticketId}/close`);
  const { lastSeq } = await pageOf(desk);
  await chat.advance(8 * 24 * hour);
  await desk.db.batch(['delete from events', 'update settings set events_pruned_to = 1e6'], 'write');
  expect(await pageOf(desk)).toEqual({ events: [], lastSeq: 1_000_000 });
  await desk.db.batch([`update settings set events_pruned_to = ${lastSeq}`], 'write');
  await desk.call('agent', 'ben', 'PUT', '/v1/online');
  const { events } = await pageOf(desk);
  expect(events.length).toBeGreaterThan(0);
  expect(events[0]!.seq).toBeGreaterThan(lastSeq);
});

it('keeps the events of a ticket until it has been closed for the retention period', async () => {
  const desk = await openDesk();
  const chat = await openChat(desk, { autoClose: undefined });
  const historyOf = async () => {
    const path = `/v1/tickets/${chat.ticketId}/history`;
    const { entries } = (await (await desk.call('service', 'backend', 'GET', path)).json()) as History;
    return entries.map(({ type }) => type);
  };
  await chat.advance(30 * 24 * hour);
  const [first] = await historyOf();
  expect(first).toBe('ticket.created');
  await desk.call('service', 'backend', 'POST', `/v1/tickets/${chat.ticketId}/close`);
  const whole = await historyOf();
  expect(whole.at(-1)).toBe('ticket.closed');
  await chat.advance(7 * 24 * hour - 600);
  expect(await historyOf()).toEqual(whole);
  await chat.advance(1_200);
  expect(await historyOf()).toEqual([]);
});

it('prunes a long event log in one pass', async () => {
  const desk = await openDesk();
  const chat = await openChat(desk);
  const many = `insert into events (type, at, change_id, subject_id, actor_role, actor_id, data)
    with recursive n (i) as (select 1 union all select i + 1 from n where i < 3000)
    select 'agent.saved', ${desk.clock.now}, 'change-' || i, 'ann', 'service', 'test', '{}' from n`;
  await desk.db.batch([many], 'write');
  const { lastSeq } = await pageOf(desk);
  await chat.advance(8 * 24 * hour);
  const [left] = await desk.db.batch([`select count(*) from events where type = 'agent.saved'`], 'read');
  expect(left!.rows[0]![0]).toBe(0);
  expect(await pageOf(desk, `?after=${lastSeq}`)).not.toHaveProperty('errors');
});
