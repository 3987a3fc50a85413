import { expect, it } from 'vitest';
import { openDesk } from '../../test/open-desk.ts';
import { freshDatabase } from '../../test/fresh-database.ts';
import { send, setReadPosition } from '../index.ts';

it('posts a repeated message once, also if another message was posted in between', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const { roomId } = await desk.createTicket();
  const input = { ...desk.context(), actorRole: 'customer', actorId: 'c', clientMessageId: 'm1' };
  const first = await desk.sendMessage(roomId, input);
  expect(await desk.sendMessage(roomId, input)).toEqual(first);
  await desk.sendMessage(roomId, { actorId: 'other' });
  expect((await desk.sendMessage(roomId, input)).message).toEqual(first.message);
  expect(await db.rows('select seq from messages order by seq')).toEqual([[1], [2]]);
  expect(await db.rows('select last_message_seq from tickets')).toEqual([[2]]);
  expect(
    await db.rows(`select data ->> 'seq' from events where type = 'message.posted' order by seq`),
  ).toEqual([[1], [2]]);
});

it('writes the whole message into its event, without the fields that it lacks', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { id, roomId } = await desk.createTicket();
  const attachments = [{ url: 'https://a.example', type: 'a/b' }];
  const { message } = await desk.sendMessage(roomId, { text: null, attachments });
  const [[data, ...columns] = []] = await db.rows(
    `select data, subject_id, ticket_id, agent_id, actor_role, actor_id from events where type = 'message.posted'`,
  );
  expect(columns).toEqual([id, id, 'ann', 'customer', 'customer']);
  expect(JSON.parse(String(data))).toEqual({
    roomId,
    seq: 1,
    clientMessageId: message?.clientMessageId,
    kind: 'message',
    from: { role: 'customer', id: 'customer' },
    attachments,
    timestampMs: message?.at,
  });
});

it('names an agent by its record, not by its token', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  await desk.online('ann');
  const { roomId } = await desk.createTicket();
  const { message } = await desk.sendMessage(roomId, {
    actorRole: 'agent',
    actorId: 'ann',
    senderName: 'A.',
  });
  expect(message?.senderName).toBe('ann');
  const guest = await desk.sendMessage(roomId, { senderName: 'Hugo' });
  expect(guest.message?.senderName).toBe('Hugo');
});

it('writes one event for each read position that is later than the last', async () => {
  const db = await freshDatabase();
  const desk = openDesk(db);
  const { roomId } = await desk.createTicket();
  for (let i = 0; i < 3; i += 1) await desk.sendMessage(roomId);
  const read = (seq: number, context = desk.context()) =>
    send(db, setReadPosition, { ...context, roomId, owner: null, seq });
  const repeated = desk.context();
  for (const seq of [2, 1, 2]) await read(seq);
  await read(3, repeated);
  await read(3, repeated);
  expect(await db.rows(`select data ->> 'seq' from events where type = 'room.read' order by seq`)).toEqual([
    [2],
    [3],
  ]);
});
