import { describe, expect, it } from 'vitest';
import { openHub, type TestSocket } from '../../test/open-hub.ts';

const sue = { role: 'supervisor', sub: 'sue' } as const;

describe('a connection', () => {
  it('receives events after its resume, and each new event without a read', async () => {
    const desk = await openHub();
    const { socket, connection } = desk.connect(sue);
    await expect.poll(() => socket.control()).toEqual(['ready']);
    await desk.createTicket('a');
    expect(socket.seqs()).toEqual([]);
    connection.receive('{"type":"resume","seq":0}');
    await expect.poll(() => socket.seqs()).toEqual(await desk.eventSeqs());
    const before = desk.reads.count;
    await desk.createTicket('b');
    await expect.poll(() => socket.seqs()).toEqual(await desk.eventSeqs());
    expect(desk.reads.count).toBe(before);
  });

  it('receives the events of other processes from the event log, in order with published ones', async () => {
    const desk = await openHub({ receivesEvents: false });
    const { socket } = await desk.follow(sue);
    await desk.createTicket('a');
    await desk.createTicket('b');
    expect(socket.seqs()).toEqual([]);
    await desk.hub.tick();
    await expect.poll(() => socket.seqs()).toEqual(await desk.eventSeqs());
    await desk.createTicket('c');
    await desk.createTicket('d');
    desk.hub.publish(desk.published.slice(-1));
    await expect.poll(() => socket.seqs()).toEqual(await desk.eventSeqs());
    desk.hub.publish(desk.published);
    await desk.hub.tick();
    expect(socket.seqs()).toEqual(await desk.eventSeqs());
  });

  it('receives each event once and in order, wherever it resumes while others write', async () => {
    const desk = await openHub();
    const { id } = await desk.createTicket('a');
    for (let n = 0; n < 300; n++) await desk.recordRefund(id);
    const followers: { from: number; seqs: () => number[] }[] = [];
    const writes = (async () => {
      for (let n = 0; n < 900; n++) await desk.recordRefund(id);
    })();
    for (let from = 0; from < 600; from += 37) {
      const { socket } = await desk.follow(sue, from % 300);
      followers.push({ from: from % 300, seqs: () => socket.seqs() });
      desk.hub.stop();
      const again = await desk.follow(sue, from % 300);
      followers.push({ from: from % 300, seqs: () => again.socket.seqs() });
    }
    await writes;
    const log = (await desk.eventSeqs()) as number[];
    const last = followers.at(-1)!;
    await expect.poll(() => last.seqs().length).toBe(log.length - last.from);
    for (const { from, seqs } of followers) expect(seqs()).toEqual(log.slice(from, from + seqs().length));
  });

  it('continues from its position when the hub loses its memory, without a read when it missed nothing', async () => {
    const desk = await openHub();
    const { id } = await desk.createTicket('a');
    const sockets: TestSocket[] = [];
    for (let n = 0; n < 3; n++) sockets.push((await desk.follow(sue, n % 2)).socket);
    const fresh = desk.connect(sue);
    await expect.poll(() => fresh.socket.control()).toEqual(['ready']);
    await desk.recordRefund(id);
    const token = {
      principal: { ...sue, workspace: 'default' },
      issuedAt: 0,
      expiresAt: desk.clock.now + 3_600_000,
    };
    const lose = () =>
      desk.restartHub().restore(
        [...sockets, fresh.socket].map((socket, n) => ({
          id: `${n}`,
          token,
          socket,
          position: socket.position,
          lastSeenAt: desk.clock.now,
        })),
      );
    lose();
    const before = desk.reads.count;
    await desk.recordRefund(id);
    expect(desk.reads.count).toBe(before);
    const connections = lose();
    // An event that no connected hub receives.
    await desk.db.batch(
      [
        `insert into events (type, at, change_id, subject_id, ticket_id, actor_role, actor_id, data)
          select type, at, 'other', subject_id, ticket_id, actor_role, actor_id, data from events limit 1`,
      ],
      'write',
    );
    await desk.recordRefund(id);
    connections[3]!.receive('{"type":"resume","seq":3}');
    await expect.poll(() => sockets[0]!.seqs()).toEqual([1, 2, 3, 4, 5]);
    expect(sockets[1]!.seqs()).toEqual([2, 3, 4, 5]);
    expect(sockets[2]!.seqs()).toEqual([1, 2, 3, 4, 5]);
    await expect.poll(() => fresh.socket.seqs()).toEqual([4, 5]);
    expect(desk.reads.count).toBe(before + 1);
  });

  it('of a customer resumes with few reads, however many events other rooms have', async () => {
    const desk = await openHub();
    const own = await desk.createTicket('a');
    const other = await desk.createTicket('b');
    await desk.sendMessage(own.metadata.roomId, 'one');
    await desk.appendEvents(20_000, { ticketId: other.id, data: { roomId: other.metadata.roomId } });
    await desk.sendMessage(own.metadata.roomId, 'two');
    const before = desk.reads.count;
    const customer = { role: 'customer', sub: 'a', room: own.metadata.roomId } as const;
    const { socket } = await desk.follow(customer, 0);
    await expect.poll(() => socket.seqs()).toHaveLength(2);
    await expect.poll(() => socket.control()).toEqual(['ready', 'queue']);
    // The bounds, the count, one page, and the place in the queue.
    expect(desk.reads.count - before).toBe(4);
  });

  it('lets other work run between the pages that it resumes over', async () => {
    const desk = await openHub();
    const { id } = await desk.createTicket('a');
    await desk.appendEvents(2_000, { ticketId: id, data: {} });
    const before = desk.pauses.count;
    const { socket } = await desk.follow(sue, 0);
    await expect.poll(() => socket.seqs()).toHaveLength(2_001);
    expect(desk.pauses.count - before).toBeGreaterThanOrEqual(7);
  });

  it('receives every event, however large they are', async () => {
    const desk = await openHub();
    const { id, metadata } = await desk.createTicket('a');
    const large = { roomId: metadata.roomId, text: 'x'.repeat(60_000) };
    await desk.appendEvents(40, { ticketId: id, data: large });
    const { socket } = await desk.follow(sue, 0);
    await expect.poll(() => socket.seqs()).toEqual(await desk.eventSeqs());
    await desk.appendEvents(40, { ticketId: id, data: large });
    await desk.hub.tick();
    await expect.poll(() => socket.seqs()).toEqual(await desk.eventSeqs());
  });

  it('receives `reset` when it is more than 10,000 events behind', async () => {
    const desk = await openHub();
    const { id, metadata } = await desk.createTicket('a');
    const { roomId } = metadata;
    await desk.appendEvents(10_000, { ticketId: id, type: 'ticket.assigned', data: { roomId } });
    await desk.sendMessage(roomId, 'last');
    const customer = { role: 'customer', sub: 'a', room: metadata.roomId } as const;
    for (const principal of [sue, customer]) {
      const behind = await desk.follow(principal, 0);
      await expect.poll(() => behind.socket.control()).toContain('reset');
      expect(behind.socket.seqs()).toEqual([]);
    }
    for (const [principal, seq] of [
      [sue, 2],
      [customer, 1],
    ] as const) {
      const { socket } = await desk.follow(principal, seq);
      await expect.poll(() => socket.seqs(), { timeout: 20_000 }).toHaveLength(10_000);
      expect(socket.control()).not.toContain('reset');
    }
  });

  it('receives `reset` and then new events when its position was pruned or never existed', async () => {
    const desk = await openHub();
    const { id } = await desk.createTicket('a');
    await desk.recordRefund(id);
    await desk.db.batch(['delete from events'], 'write');
    const old = await desk.follow(sue, 1);
    const strange = await desk.follow(sue, 1_000);
    const current = await desk.follow(sue, 2);
    for (const { socket } of [old, strange])
      await expect.poll(() => socket.frames.at(-1)).toEqual({ type: 'reset', data: { seq: 2 } });
    await desk.recordRefund(id);
    for (const { socket } of [old, strange, current]) await expect.poll(() => socket.seqs()).toEqual([3]);
    expect(current.socket.control()).toEqual(['ready']);
  });

  it('receives the events of its own tickets or its own room only', async () => {
    const desk = await openHub();
    await desk.call('agent', 'ann', 'PUT', '/v1/online');
    await desk.call('agent', 'ben', 'PUT', '/v1/online');
    const ann = await desk.follow({ role: 'agent', sub: 'ann' });
    const { id, metadata } = await desk.createTicket('a');
    const customer = await desk.follow({ role: 'customer', sub: 'c', room: metadata.roomId }, 0);
    await desk.createTicket('b');
    await desk.call('supervisor', 'sue', 'POST', `/v1/tickets/${id}/transfer`, { agentId: 'ben', note: 'x' });
    await expect.poll(() => ann.socket.seqs().length).toBe(2);
    expect(ann.socket.frames.slice(1)).toMatchObject([
      { type: 'ticket.assigned', data: { ticketId: id, agentId: 'ann' } },
      { type: 'ticket.assigned', data: { ticketId: id, agentId: 'ben', fromAgentId: 'ann', note: 'x' } },
    ]);
    expect(customer.socket.frames.slice(1).map((frame) => frame.type)).toEqual([
      'ticket.assigned',
      'ticket.assigned',
    ]);
    expect(JSON.stringify(customer.socket.frames)).not.toMatch(/ann|ben|sue|"x"/);
  });
});

describe('typing', () => {
  it('goes to the room’s other participant, at most once a second, and is not stored', async () => {
    const desk = await openHub();
    await desk.call('agent', 'ann', 'PUT', '/v1/online');
    const { metadata } = await desk.createTicket('a');
    const { roomId } = metadata;
    const ann = await desk.follow({ role: 'agent', sub: 'ann', name: 'Ann' });
    const ben = await desk.follow({ role: 'agent', sub: 'ben' });
    const customer = await desk.follow({ role: 'customer', sub: 'c', room: roomId });
    const other = await desk.follow({ role: 'customer', sub: 'd', room: 'other' });
    const log = await desk.eventSeqs();
    const typing = JSON.stringify({ type: 'typing', roomId });
    for (const { connection } of [ann, ann, ben, other]) connection.receive(typing);
    const frame = { type: 'typing', data: { roomId, from: { role: 'agent', name: 'Ann' } } };
    await expect.poll(() => customer.socket.frames.slice(1)).toEqual([frame]);
    customer.connection.receive(typing);
    await expect
      .poll(() => ann.socket.frames.slice(1))
      .toEqual([{ type: 'typing', data: { roomId, from: { role: 'customer', id: 'c' } } }]);
    expect(customer.socket.frames.slice(1)).toEqual([frame]);
    for (const { socket } of [ben, other]) expect(socket.frames).toHaveLength(1);
    expect(await desk.eventSeqs()).toEqual(log);
  });

  it('is dropped for a reader with 64 unread frames', async () => {
    const desk = await openHub();
    const { socket } = await desk.follow({ role: 'customer', sub: 'c', room: 'r' });
    socket.isBlocked = true;
    for (let n = 0; n < 300; n++)
      desk.hub.receiveTyping({ agentId: 'ann', data: { roomId: 'r', from: { role: 'agent', id: 'ann' } } });
    expect(socket.pending.frames).toBe(64);
  });
});
