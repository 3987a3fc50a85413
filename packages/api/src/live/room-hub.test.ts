import { describe, expect, it } from 'vitest';
import { openHub } from '../../test/open-hub.ts';

const tokenOf = (room: string, expiresAt: number) => ({
  principal: { workspace: 'default', role: 'customer', sub: 'c', room } as const,
  issuedAt: 0,
  expiresAt,
});

/** A desk with two chats, one of which has a hub for its room. */
async function openRooms(options: { receivesEvents?: boolean } = {}) {
  const desk = await openHub(options);
  const { id, metadata } = await desk.createTicket('a');
  const other = await desk.createTicket('b');
  const { roomId } = metadata;
  return {
    ...desk,
    id,
    roomId,
    room: desk.openRoomHub(roomId),
    customer: { role: 'customer', sub: 'c', room: roomId } as const,
    sendElsewhere: () => desk.sendMessage(other.metadata.roomId, 'elsewhere'),
  };
}
type Rooms = Awaited<ReturnType<typeof openRooms>>;

const said = (socket: { frames: readonly object[] }) =>
  socket.frames.flatMap((frame) => {
    const { type, data } = frame as { type: string; data: { text?: string } };
    return type === 'message.posted' ? [data.text] : [];
  });

const publishedIn = (desk: Rooms) => desk.published.filter(({ roomId }) => roomId === desk.roomId);

describe('the hub of a room', () => {
  it('sends the events of its room without a read, although most events are of other rooms', async () => {
    const desk = await openRooms();
    const { socket } = await desk.follow(desk.customer);
    await desk.sendElsewhere();
    await expect.poll(() => socket.control()).toEqual(['ready', 'queue']);
    const before = desk.reads.count;
    for (const text of ['one', 'two']) {
      await desk.sendMessage(desk.roomId, text);
      await desk.sendElsewhere();
    }
    await expect.poll(() => said(socket)).toEqual(['one', 'two']);
    expect(desk.reads.count).toBe(before);
  });

  it('reads unpublished events, and only those of its room', async () => {
    const desk = await openRooms({ receivesEvents: false });
    const { socket } = await desk.follow(desk.customer);
    await desk.sendMessage(desk.roomId, 'lost');
    for (let n = 0; n < 5; n++) await desk.sendElsewhere();
    await desk.sendMessage(desk.roomId, 'published');
    desk.room.publish(publishedIn(desk).slice(-1));
    await expect.poll(() => said(socket)).toEqual(['lost', 'published']);
    await desk.sendMessage(desk.roomId, 'lost, too');
    await desk.room.tick();
    await expect.poll(() => said(socket)).toEqual(['lost', 'published', 'lost, too']);
  });

  it('sends each event once and in order when publishing is lost, repeated or late', async () => {
    const desk = await openRooms({ receivesEvents: false });
    const { socket } = await desk.follow(desk.customer);
    const texts = Array.from({ length: 60 }, (_, n) => `${n}`);
    for (const [n, text] of texts.entries()) {
      await desk.sendMessage(desk.roomId, text);
      if (n % 3 === 0) await desk.sendElsewhere();
      const rows = publishedIn(desk);
      if (n % 7 === 1) desk.room.publish(rows.slice(-3));
      else if (n % 7 === 3) desk.room.publish(rows.slice(-2, -1));
      else if (n % 7 !== 5) desk.room.publish(rows.slice(-1));
    }
    await desk.room.tick();
    await expect.poll(() => said(socket)).toEqual(texts);
  });

  it('resumes from any position of the room, and sends `reset` by the same rule as the workspace’s hub', async () => {
    const desk = await openRooms();
    await desk.sendMessage(desk.roomId, 'early');
    await desk.sendElsewhere();
    const { socket: kept } = await desk.follow(desk.customer);
    const { socket: behind } = await desk.follow(desk.customer, 0);
    await desk.sendElsewhere();
    const { socket: current } = await desk.follow(desk.customer, 1);
    const { socket: strange } = await desk.follow(desk.customer, 2);
    await desk.sendMessage(desk.roomId, 'late');
    await expect.poll(() => said(behind)).toEqual(['early', 'late']);
    for (const socket of [kept, current, strange]) await expect.poll(() => said(socket)).toEqual(['late']);
    for (const socket of [kept, current, strange]) expect(socket.seqs()).toEqual([2]);
    expect(current.control()).not.toContain('reset');
    expect(strange.control()).toContain('reset');
    await desk.db.batch(['delete from events where customer_seq = 1'], 'write');
    desk.openRoomHub(desk.roomId);
    const { socket: pruned } = await desk.follow(desk.customer, 0);
    await expect.poll(() => pruned.control()).toContain('reset');
  });

  it('sends an event at once that it finds when a customer resumes, also if its publishing was lost', async () => {
    const desk = await openRooms({ receivesEvents: false });
    const { socket } = await desk.follow(desk.customer);
    await expect.poll(() => socket.control()).toEqual(['ready', 'queue']);
    await desk.sendMessage(desk.roomId, 'lost');
    const { socket: later } = await desk.follow(desk.customer, 0);
    for (const each of [socket, later]) await expect.poll(() => said(each)).toEqual(['lost']);
  });

  it('continues from its position when it loses its memory, and does not read a sent place again', async () => {
    const desk = await openRooms();
    const { socket } = await desk.follow(desk.customer);
    await expect.poll(() => socket.control()).toEqual(['ready', 'queue']);
    for (let n = 0; n < 3; n++) {
      await desk.sendElsewhere();
      const { position, place } = socket;
      const token = tokenOf(desk.roomId, desk.clock.now + 3_600_000);
      const before = desk.reads.count;
      desk
        .openRoomHub(desk.roomId)
        .restore([{ id: '1', token, socket, position, queuePlace: place, lastSeenAt: desk.clock.now }]);
      await desk.sendMessage(desk.roomId, `${n}`);
      await expect.poll(() => said(socket)).toHaveLength(n + 1);
      expect(desk.reads.count).toBe(before);
    }
    expect(said(socket)).toEqual(['0', '1', '2']);
    expect(socket.control()).toEqual(['ready', 'queue']);
  });

  it('forwards typing notices to the workspace’s hub and receives them from it', async () => {
    const desk = await openRooms();
    await desk.call('agent', 'ann', 'PUT', '/v1/online');
    const ann = await desk.follow({ role: 'agent', sub: 'ann' });
    const ben = await desk.follow({ role: 'agent', sub: 'ben' });
    const tabs = [await desk.follow(desk.customer), await desk.follow(desk.customer)];
    const typing = JSON.stringify({ type: 'typing', roomId: desk.roomId });
    const typed = ({ socket }: (typeof tabs)[0]) =>
      socket.frames.flatMap((frame) => (frame.type === 'typing' ? [frame.data.from] : []));
    ann.connection.receive(typing);
    for (const tab of tabs) await expect.poll(() => typed(tab)).toEqual([{ role: 'agent' }]);
    tabs[0]!.connection.receive(typing);
    await expect.poll(() => typed(ann)).toEqual([{ role: 'customer', id: 'c' }]);
    expect(typed(ben)).toEqual([]);
    for (const tab of tabs) expect(typed(tab)).toHaveLength(1);
  });
});
