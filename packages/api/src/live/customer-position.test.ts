import { describe, expect, it } from 'vitest';
import { openHub } from '../../test/open-hub.ts';

/** A desk with two chats, and the customer of the first. */
async function openChats(options: { receivesEvents?: boolean } = {}) {
  const desk = await openHub(options);
  const { id, metadata } = await desk.createTicket('a');
  const { metadata: elsewhere } = await desk.createTicket('b');
  const { roomId } = metadata;
  const customer = { role: 'customer', sub: 'a', room: roomId } as const;
  return {
    ...desk,
    id,
    roomId,
    customer,
    say: (text: string) => desk.sendMessage(roomId, text),
    sayElsewhere: () => desk.sendMessage(elsewhere.roomId, 'elsewhere'),
    resume: async (seq: number) => {
      const { socket } = await desk.follow(customer, seq);
      return socket;
    },
    write: (...sql: string[]) => desk.db.batch(sql, 'write'),
  };
}
type Chats = Awaited<ReturnType<typeof openChats>>;

/** The position that `ready` contains, and the one that `pong` contains after `resume`. */
async function readPosition(desk: Chats) {
  const { socket, connection } = await desk.follow(desk.customer);
  connection.receive('{"type":"ping"}');
  const positions = () =>
    socket.frames.flatMap((frame) => (frame.type === 'ready' || frame.type === 'pong' ? [frame.data] : []));
  await expect.poll(positions).toHaveLength(2);
  connection.handleClose();
  return positions().map((data) => data?.seq);
}

describe('the position of a customer', () => {
  it('moves with the events that the customer gets only, on the hub of the workspace and of the room', async () => {
    const desk = await openChats();
    for (const open of [desk.restartHub, () => desk.openRoomHub(desk.roomId)]) {
      open();
      const [position = NaN] = await readPosition(desk);
      for (let n = 0; n < 3; n++) await desk.sayElsewhere();
      await desk.recordRefund(desk.id);
      await desk.createTicket('c');
      expect(await readPosition(desk)).toEqual([position, position]);
      await desk.say('seen');
      expect(await readPosition(desk)).toEqual([position + 1, position + 1]);
    }
  });

  it('grows over a prune of the whole event log, and behind it gets `reset`', async () => {
    const desk = await openChats();
    for (const text of ['one', 'two', 'three']) await desk.say(text);
    await desk.write('delete from events');
    desk.restartHub();
    const [behind, first, current] = [await desk.resume(1), await desk.resume(0), await desk.resume(3)];
    for (const socket of [behind, first])
      await expect
        .poll(() => socket.frames.find(({ type }) => type === 'reset'))
        .toEqual({ type: 'reset', data: { seq: 3 } });
    await desk.say('four');
    for (const socket of [behind, first, current]) await expect.poll(() => socket.seqs()).toEqual([4]);
    expect(current.control()).not.toContain('reset');
  });

  it('gets `reset` when the end of the room’s events was pruned and their beginning was not', async () => {
    const desk = await openChats();
    for (const text of ['one', 'two', 'three']) await desk.say(text);
    await desk.write('delete from events where customer_seq = 3');
    desk.restartHub();
    const socket = await desk.resume(0);
    await expect.poll(() => socket.control()).toContain('reset');
    await desk.say('four');
    await expect.poll(() => socket.seqs().at(-1)).toBe(4);
  });

  it('keeps the events of an open room, however many others were pruned around them', async () => {
    const desk = await openChats();
    await desk.say('one');
    await desk.sayElsewhere();
    await desk.say('two');
    await desk.write(
      `delete from events where ticket_id <> '${desk.id}'`,
      'update settings set events_pruned_to = (select max(seq) from events)',
    );
    desk.restartHub();
    const socket = await desk.resume(0);
    await expect.poll(() => socket.seqs()).toEqual([1, 2]);
    expect(socket.control()).not.toContain('reset');
  });

  it('gets `reset` when more than 10,000 events of the room follow `ready` before the client resumes', async () => {
    const desk = await openChats();
    const { socket, connection } = desk.connect(desk.customer);
    await expect.poll(() => socket.control()).toEqual(['ready']);
    await desk.appendEvents(10_001, {
      ticketId: desk.id,
      type: 'ticket.assigned',
      data: { roomId: desk.roomId },
    });
    await desk.hub.tick();
    connection.receive('{"type":"resume","seq":0}');
    await expect
      .poll(() => socket.frames.find(({ type }) => type === 'reset'))
      .toEqual({ type: 'reset', data: { seq: 10_001 } });
    expect(socket.seqs()).toEqual([]);
  });

  it('from before positions were counted by room gets `reset`', async () => {
    const desk = await openChats();
    await desk.say('old');
    const [last] = (await desk.eventSeqs()).slice(-1) as [number];
    // As the migration leaves the rows that it finds.
    await desk.write(
      'update events set customer_seq = null',
      `update tickets set last_customer_seq = (
        select dflt_value from pragma_table_info('tickets') where name = 'last_customer_seq')`,
    );
    await desk.say('new');
    desk.restartHub();
    for (let seq = 0; seq <= last; seq++) {
      const socket = await desk.resume(seq);
      await expect.poll(() => socket.control()).toContain('reset');
      expect(socket.seqs()).toEqual([]);
    }
    const [ready] = await readPosition(desk);
    const missed = await desk.resume(ready! - 1);
    await expect.poll(() => missed.seqs()).toEqual([ready]);
  });

  it('is right when another process has written the events', async () => {
    const desk = await openChats({ receivesEvents: false });
    const socket = await desk.resume(0);
    await expect.poll(() => socket.control()).toEqual(['ready', 'queue']);
    for (const text of ['one', 'two']) {
      await desk.say(text);
      await desk.sayElsewhere();
    }
    const [current, behind] = [await desk.resume(2), await desk.resume(1)];
    await expect.poll(() => behind.seqs()).toEqual([2]);
    await desk.say('three');
    await desk.hub.tick();
    await expect.poll(() => socket.seqs()).toEqual([1, 2, 3]);
    await expect.poll(() => behind.seqs()).toEqual([2, 3]);
    await expect.poll(() => current.seqs()).toEqual([3]);
    for (const each of [socket, current, behind]) expect(each.control()).not.toContain('reset');
  });
});
