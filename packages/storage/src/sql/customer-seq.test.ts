import { customerMessageKinds, MessageKind } from '@chat-ticket/contract';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/fresh-database.ts';
import { openDesk } from '../../test/open-desk.ts';
import { findCustomerPosition, getRoomEnd, send, setReadPosition } from '../index.ts';

const eventsOf = (ticketId: string) =>
  `select type, data ->> 'kind', customer_seq from events where ticket_id = '${ticketId}' order by seq`;

it('numbers the events that customers get, in each room for itself', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.setCapacity('ann', 2);
  await desk.online('ann');
  const { id, roomId } = await desk.createTicket();
  const other = await desk.createTicket();
  for (const kind of MessageKind.options) {
    await desk.sendMessage(other.roomId, { kind });
    await desk.sendMessage(roomId, { kind });
    const actor = { actorRole: 'agent', actorId: 'ann' };
    await send(db, setReadPosition, { ...desk.context(), ...actor, roomId, owner: null, seq: 99 });
  }
  await desk.closeRoom('ann', roomId);
  await desk.close(id);
  let number = 1;
  const numberOf = (kind: string) => (customerMessageKinds.some((shown) => shown === kind) ? ++number : null);
  expect(await db.rows(eventsOf(id))).toEqual([
    ['ticket.created', null, null],
    ['ticket.assigned', null, 1],
    ...MessageKind.options.flatMap((kind) => [
      ['message.posted', kind, numberOf(kind)],
      ['room.read', null, null],
    ]),
    ['room.closed', null, ++number],
    ['ticket.closed', null, ++number],
  ]);
  expect(await send(db, getRoomEnd, { roomId })).toMatchObject({ lastCustomerSeq: number });
  expect((await db.rows(eventsOf(other.id))).flatMap(([, , seq]) => seq ?? [])).toEqual([1, 2, 3]);
});

it('gives no number twice after a prune, and finds no position that was pruned', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const { roomId } = await desk.createTicket();
  for (let n = 0; n < 3; n++) await desk.sendMessage(roomId);
  await db.batch(['delete from events where customer_seq is not null'], 'write');
  await desk.sendMessage(roomId);
  const find = (after: number, limit = 10) => send(db, findCustomerPosition, { roomId, after, limit });
  expect(await find(2)).toMatchObject({ lastCustomerSeq: 4, nextCustomerSeq: 4, count: 1 });
  expect(await find(4)).toMatchObject({ lastCustomerSeq: 4, nextSeq: null, count: 0 });
  for (let n = 0; n < 3; n++) await desk.sendMessage(roomId);
  expect(await find(3)).toMatchObject({ nextCustomerSeq: 4, count: 4 });
  expect(await find(3, 2)).toMatchObject({ count: 2 });
  expect(await send(db, getRoomEnd, { roomId: 'none' })).toMatchObject({ lastCustomerSeq: 0 });
});
