import { expect, it } from 'vitest';
import { deskOn } from '../../test/desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { setStatus } from '../agent/set-status.ts';
import { closeTicket } from '../ticket/close-ticket.ts';
import { setTicketStatus } from '../ticket/set-ticket-status.ts';
import { transferToAgent } from '../ticket/transfer-ticket.ts';
import { sweep } from '../routing/sweep.ts';
import type { PublishedEvent } from './event-row.ts';
import { publishing } from './publishing.ts';
import { getLogBounds, readLog } from './read-log.ts';

const anyTicket = { owner: null, ifVersion: null, note: null };

async function openDesk() {
  const db = await freshDatabase();
  const desk = deskOn(db);
  const told: PublishedEvent[] = [];
  const tell = (changeId: string) => publishing(db, changeId, (events) => told.push(...events));
  return { db, desk, told, tell };
}

it('hands over what a write has put into the log, as the log has it', async () => {
  const { db, desk, told, tell } = await openDesk();
  await desk.online('ann');
  const { id } = await desk.takeIn();
  const { last } = await getLogBounds(db);
  const command = desk.command();
  await closeTicket(tell(command.changeId), { ...command, ...anyTicket, ticketId: id });
  expect(told).toMatchObject([{ type: 'ticket.closed', ticketId: id, agentId: 'ann' }]);
  expect(told).toMatchObject((await readLog(db, { after: last, limit: 10 })).events);
});

it('hands over nothing for a write that changes nothing, and the same for one that is sent again', async () => {
  const { desk, told, tell } = await openDesk();
  await desk.online('ann');
  const { id } = await desk.takeIn();
  const close = { ...desk.command(), ...anyTicket, ticketId: id };
  await closeTicket(tell(close.changeId), close);
  await closeTicket(tell(close.changeId), close);
  const again = { ...desk.command(), ...anyTicket, ticketId: id };
  await closeTicket(tell(again.changeId), again);
  expect(told.map(({ seq }) => seq)).toEqual([told[0]!.seq, told[0]!.seq]);
});

it('tells of both agents when a person gives a ticket on, and of the one who loses it to an error', async () => {
  const { desk, told, tell } = await openDesk();
  await desk.online('ann');
  const { id, roomId } = await desk.takeIn();
  await desk.online('ben');
  const transfer = { ...desk.command(), ...anyTicket, ticketId: id, to: 'ben' };
  expect(await transferToAgent(tell(transfer.changeId), transfer)).toMatchObject({
    isDone: true,
    ticket: { agentId: 'ben', status: 'REASSIGNED' },
  });
  const fail = { ...desk.command(), ...anyTicket, ticketId: id, status: 'ERROR' as const };
  const failed = await setTicketStatus(tell(fail.changeId), fail);
  expect(failed).toMatchObject({ isDone: true, ticket: { status: 'ERROR', agentId: null } });
  expect(told.map(({ type, agentId, data }) => ({ type, agentId, data: JSON.parse(data) }))).toMatchObject([
    { type: 'ticket.assigned', agentId: 'ben', data: { fromAgentId: 'ann', status: 'REASSIGNED', roomId } },
    { type: 'ticket.status_changed', agentId: 'ben', data: { status: 'ERROR' } },
  ]);
});

it('answers what a sweep has written', async () => {
  const { db, desk } = await openDesk();
  await desk.online('ann');
  const { id } = await desk.takeIn();
  const { last } = await getLogBounds(db);
  const { events } = await sweep(db, { now: desk.command().now + 60_000, newId: () => crypto.randomUUID() });
  expect(events.map(({ type, ticketId }) => [type, ticketId])).toContainEqual(['ticket.missed', id]);
  expect(events).toMatchObject((await readLog(db, { after: last, limit: 100 })).events);
});

it('says of each event which one its ticket had before, so that a part of the log shows its gaps, too', async () => {
  const { db, desk, told, tell } = await openDesk();
  const other = await desk.takeIn();
  const { id, roomId } = await desk.takeIn();
  const before = (await readLog(db, { after: 0, limit: 10, roomId })).events;
  expect(before).toMatchObject([{ type: 'ticket.created', ticketId: id }]);
  const close = { ...desk.command(), ...anyTicket, ticketId: other.id };
  await closeTicket(tell(close.changeId), close);
  const online = desk.command();
  await setStatus(tell(online.changeId), {
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
  const { bounds, events } = await readLog(db, { after: created!.seq, limit: 10, roomId });
  expect(events.map(({ seq }) => seq)).toEqual([told.at(-1)!.seq]);
  expect(bounds.last).toBe(told.at(-1)!.seq);
});

it('knows the last number ever given when all of the log is gone', async () => {
  const { db, desk } = await openDesk();
  expect(await getLogBounds(db)).toEqual({ last: 0, oldest: null });
  await desk.online('ann');
  const { last } = await getLogBounds(db);
  await db.batch(['delete from events'], 'write');
  expect(await getLogBounds(db)).toEqual({ last, oldest: null });
  await desk.takeIn();
  expect(await getLogBounds(db)).toEqual({ last: last + 2, oldest: last + 1 });
});
