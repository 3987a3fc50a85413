import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import {
  closeTicket,
  getEventLogBounds,
  type PublishedEvent,
  publishing,
  readEventLog,
  readRoomEventLog,
  send,
  setAgentStatus,
  setTicketStatus,
  transferToAgent,
} from '../index.ts';

const anyTicket = { owner: null, ifVersion: null, note: null };

async function prepareDesk() {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const published: PublishedEvent[] = [];
  const publishingDb = (changeId: string) => publishing(db, changeId, (events) => published.push(...events));
  return { db, desk, published, publishingDb };
}

it('publishes the events of a write as the event log has them', async () => {
  const { db, desk, published, publishingDb } = await prepareDesk();
  await desk.online('ann');
  const { id } = await desk.createTicket();
  const {
    bounds: { last },
  } = await send(db, getEventLogBounds, {});
  const context = desk.context();
  await send(publishingDb(context.changeId), closeTicket, { ...context, ...anyTicket, ticketId: id });
  expect(published).toMatchObject([{ type: 'ticket.closed', ticketId: id, agentId: 'ann' }]);
  expect(published).toMatchObject(
    (await send(db, readEventLog, { after: last, limit: 10, maxCharacters: 1e6 })).events,
  );
});

it('publishes the same events for a repeated write, and none for a write that changes nothing', async () => {
  const { desk, published, publishingDb } = await prepareDesk();
  await desk.online('ann');
  const { id } = await desk.createTicket();
  const first = { ...desk.context(), ...anyTicket, ticketId: id };
  await send(publishingDb(first.changeId), closeTicket, first);
  await send(publishingDb(first.changeId), closeTicket, first);
  const second = { ...desk.context(), ...anyTicket, ticketId: id };
  await send(publishingDb(second.changeId), closeTicket, second);
  expect(published.map(({ seq }) => seq)).toEqual([published[0]!.seq, published[0]!.seq]);
});

it('names both agents of a transfer, and the agent who loses a ticket to an error', async () => {
  const { desk, published, publishingDb } = await prepareDesk();
  await desk.online('ann');
  const { id, roomId } = await desk.createTicket();
  await desk.online('ben');
  const transfer = { ...desk.context(), ...anyTicket, ticketId: id, to: 'ben' };
  expect(await send(publishingDb(transfer.changeId), transferToAgent, transfer)).toMatchObject({
    outcome: 'done',
    ticket: { agentId: 'ben', status: 'REASSIGNED' },
  });
  const fail = { ...desk.context(), ...anyTicket, ticketId: id };
  const failed = await send(publishingDb(fail.changeId), setTicketStatus.ERROR, fail);
  expect(failed).toMatchObject({ outcome: 'done', ticket: { status: 'ERROR', agentId: null } });
  expect(
    published.map(({ type, agentId, data }) => ({ type, agentId, data: JSON.parse(data) })),
  ).toMatchObject([
    { type: 'ticket.assigned', agentId: 'ben', data: { fromAgentId: 'ann', status: 'REASSIGNED', roomId } },
    { type: 'ticket.status_changed', agentId: 'ben', data: { status: 'ERROR' } },
  ]);
});

it('gives each event the number of its ticket’s previous event, by which a reader of one room finds gaps', async () => {
  const { db, desk, published, publishingDb } = await prepareDesk();
  const other = await desk.createTicket();
  const { id, roomId } = await desk.createTicket();
  const before = (await send(db, readRoomEventLog, { after: 0, limit: 10, maxCharacters: 1e6, roomId }))
    .events;
  expect(before).toMatchObject([{ type: 'ticket.created', ticketId: id }]);
  const close = { ...desk.context(), ...anyTicket, ticketId: other.id };
  await send(publishingDb(close.changeId), closeTicket, close);
  const online = desk.context();
  await send(publishingDb(online.changeId), setAgentStatus, {
    ...online,
    ref: 'ann',
    self: 'ann',
    status: 'online',
    leaseUntil: 1e6,
    create: { email: null, name: null, mayJoin: false },
  });
  const [created] = before;
  const withoutTicket = { roomId: null, previousSeq: null };
  expect(published).toMatchObject([
    { type: 'ticket.closed', roomId: other.roomId, previousSeq: created!.seq - 1 },
    { type: 'agent.status_changed', ...withoutTicket },
    { type: 'agent.connected', ...withoutTicket },
    { type: 'ticket.assigned', roomId, previousSeq: created!.seq },
  ]);
  const { bounds, events } = await send(db, readRoomEventLog, {
    after: created!.seq,
    limit: 10,
    maxCharacters: 1e6,
    roomId,
  });
  expect(events.map(({ seq }) => seq)).toEqual([published.at(-1)!.seq]);
  expect(bounds.last).toBe(published.at(-1)!.seq);
});
