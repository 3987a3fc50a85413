import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
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
  sweep,
  transferToAgent,
} from '../index.ts';

const anyTicket = { owner: null, ifVersion: null, note: null };

async function prepareDesk() {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const told: PublishedEvent[] = [];
  const tell = (changeId: string) => publishing(db, changeId, (events) => told.push(...events));
  return { db, desk, told, tell };
}

it('hands over what a write has put into the log, as the log has it', async () => {
  const { db, desk, told, tell } = await prepareDesk();
  await desk.online('ann');
  const { id } = await desk.createTicket();
  const {
    bounds: { last },
  } = await send(db, getEventLogBounds, {});
  const command = desk.context();
  await send(tell(command.changeId), closeTicket, { ...command, ...anyTicket, ticketId: id });
  expect(told).toMatchObject([{ type: 'ticket.closed', ticketId: id, agentId: 'ann' }]);
  expect(told).toMatchObject((await send(db, readEventLog, { after: last, limit: 10 })).events);
});

it('hands over nothing for a write that changes nothing, and the same for one that is sent again', async () => {
  const { desk, told, tell } = await prepareDesk();
  await desk.online('ann');
  const { id } = await desk.createTicket();
  const close = { ...desk.context(), ...anyTicket, ticketId: id };
  await send(tell(close.changeId), closeTicket, close);
  await send(tell(close.changeId), closeTicket, close);
  const again = { ...desk.context(), ...anyTicket, ticketId: id };
  await send(tell(again.changeId), closeTicket, again);
  expect(told.map(({ seq }) => seq)).toEqual([told[0]!.seq, told[0]!.seq]);
});

it('tells of both agents when a person gives a ticket on, and of the one who loses it to an error', async () => {
  const { desk, told, tell } = await prepareDesk();
  await desk.online('ann');
  const { id, roomId } = await desk.createTicket();
  await desk.online('ben');
  const transfer = { ...desk.context(), ...anyTicket, ticketId: id, to: 'ben' };
  expect(await send(tell(transfer.changeId), transferToAgent, transfer)).toMatchObject({
    outcome: 'done',
    ticket: { agentId: 'ben', status: 'REASSIGNED' },
  });
  const fail = { ...desk.context(), ...anyTicket, ticketId: id };
  const failed = await send(tell(fail.changeId), setTicketStatus.ERROR, fail);
  expect(failed).toMatchObject({ outcome: 'done', ticket: { status: 'ERROR', agentId: null } });
  expect(told.map(({ type, agentId, data }) => ({ type, agentId, data: JSON.parse(data) }))).toMatchObject([
    { type: 'ticket.assigned', agentId: 'ben', data: { fromAgentId: 'ann', status: 'REASSIGNED', roomId } },
    { type: 'ticket.status_changed', agentId: 'ben', data: { status: 'ERROR' } },
  ]);
});

it('answers what a sweep has written', async () => {
  const { db, desk } = await prepareDesk();
  await desk.online('ann');
  const { id } = await desk.createTicket();
  const {
    bounds: { last },
  } = await send(db, getEventLogBounds, {});
  const { events } = await sweep(db, { now: desk.context().now + 60_000, newId: () => crypto.randomUUID() });
  expect(events.map(({ type, ticketId }) => [type, ticketId])).toContainEqual(['ticket.missed', id]);
  expect(events).toMatchObject((await send(db, readEventLog, { after: last, limit: 100 })).events);
});

it('says of each event which one its ticket had before, so that a part of the log shows its gaps, too', async () => {
  const { db, desk, told, tell } = await prepareDesk();
  const other = await desk.createTicket();
  const { id, roomId } = await desk.createTicket();
  const before = (await send(db, readRoomEventLog, { after: 0, limit: 10, roomId })).events;
  expect(before).toMatchObject([{ type: 'ticket.created', ticketId: id }]);
  const close = { ...desk.context(), ...anyTicket, ticketId: other.id };
  await send(tell(close.changeId), closeTicket, close);
  const online = desk.context();
  await send(tell(online.changeId), setAgentStatus, {
    ...online,
    ref: 'ann',
    self: 'ann',
    status: 'online',
    leaseUntil: 1e6,
    create: { email: null, name: null },
  });
  const [created] = before;
  const ofAgent = { roomId: null, previousSeq: null };
  expect(told).toMatchObject([
    { type: 'ticket.closed', roomId: other.roomId, previousSeq: created!.seq - 1 },
    { type: 'agent.status_changed', ...ofAgent },
    { type: 'agent.connected', ...ofAgent },
    { type: 'ticket.assigned', roomId, previousSeq: created!.seq },
  ]);
  const { bounds, events } = await send(db, readRoomEventLog, { after: created!.seq, limit: 10, roomId });
  expect(events.map(({ seq }) => seq)).toEqual([told.at(-1)!.seq]);
  expect(bounds.last).toBe(told.at(-1)!.seq);
});

it('knows the last number ever given when all of the log is gone', async () => {
  const { db, desk } = await prepareDesk();
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
