import { describe, expect, it } from 'vitest';
import { openHub, type TestSocket } from '../../test/open-hub.ts';

/** Three waiting chats, each with its customer’s connection. */
async function openQueue() {
  const desk = await openHub();
  const take = async (name: string) => {
    const chat = await desk.createTicket(name);
    desk.clock.now += 1_000;
    return { ...chat, customer: { role: 'customer', sub: name, room: chat.metadata.roomId } as const };
  };
  const chats = [await take('a'), await take('b'), await take('c')];
  const close = (n: number) => desk.call('service', 'backend', 'POST', `/v1/tickets/${chats[n]!.id}/close`);
  /** Advances the clock second by second and ticks the hub after each. */
  const advance = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      desk.clock.now += 1_000;
      await desk.hub.tick();
    }
  };
  return { ...desk, chats, close, advance };
}

const places = (socket: TestSocket) =>
  socket.frames.flatMap((frame) => (frame.type === 'queue' ? [frame.data] : []));
const positions = (socket: TestSocket) => places(socket).map(({ position }) => position);

describe('a waiting customer', () => {
  it('receives its place after its resume, as the API returns it; nobody else receives it', async () => {
    const desk = await openQueue();
    const [, second] = desk.chats;
    const { socket, connection } = desk.connect(second!.customer);
    const sue = await desk.follow({ role: 'supervisor', sub: 'sue' });
    await expect.poll(() => socket.control()).toEqual(['ready']);
    await desk.advance(1);
    expect(places(socket)).toEqual([]);
    connection.receive('{"type":"resume","seq":0}');
    await expect.poll(() => positions(socket)).toEqual([2]);
    const response = await desk.call(
      'service',
      'backend',
      'GET',
      `/v1/rooms/${second!.metadata.roomId}/queue`,
    );
    expect(places(socket)).toEqual([await response.json()]);
    await desk.advance(30);
    expect(places(socket)).toHaveLength(1);
    expect(places(sue.socket)).toEqual([]);
  });

  it('receives a changed place; all places are read at once, every 10 s at most', async () => {
    const desk = await openQueue();
    const sockets = [];
    for (const { customer } of desk.chats) sockets.push((await desk.follow(customer)).socket);
    for (const [n, socket] of sockets.entries()) await expect.poll(() => positions(socket)).toEqual([n + 1]);
    await desk.close(0);
    await desk.hub.tick();
    const before = desk.reads.count;
    await desk.advance(9);
    expect(sockets.map(positions)).toEqual([[1], [2], [3]]);
    await desk.advance(1);
    expect(sockets.map(positions)).toEqual([[1], [2, 1], [3, 2]]);
    // Each tick reads the event log once.
    expect(desk.reads.count - before).toBe(10 + 1);
  });

  it('receives no place once it has an agent, and a place again when it returns to the queue', async () => {
    const desk = await openQueue();
    const [first] = desk.chats;
    const { socket } = await desk.follow(first!.customer);
    await expect.poll(() => positions(socket)).toEqual([1]);
    await desk.call('agent', 'ann', 'PUT', '/v1/online');
    await expect.poll(() => socket.frames.at(-1)?.type).toBe('ticket.assigned');
    expect(socket.place).toBeNull();
    await desk.call('agent', 'ann', 'PUT', '/v1/status', { status: 'busy' });
    await desk.hub.tick();
    const before = desk.reads.count;
    await desk.advance(12);
    expect(desk.reads.count - before).toBe(12);
    expect(positions(socket)).toEqual([1]);
    await desk.call('supervisor', 'sue', 'POST', `/v1/tickets/${first!.id}/requeue`, {});
    await expect.poll(() => positions(socket)).toEqual([1, 1]);
    expect(JSON.parse(socket.place!)).toEqual(places(socket).at(-1));
  });

  it('receives no place for an unknown room or a closed chat', async () => {
    const desk = await openQueue();
    await desk.close(0);
    const unknown = await desk.follow({ role: 'customer', sub: 'x', room: 'nothing' });
    const over = await desk.follow(desk.chats[0]!.customer);
    await desk.advance(15);
    for (const { socket } of [unknown, over]) expect(socket.control()).toEqual(['ready']);
  });

  it('receives its place although many others wait, and other work of the process goes on meanwhile', async () => {
    const desk = await openQueue();
    const [, second] = desk.chats;
    const sockets: TestSocket[] = [];
    for (let n = 0; n < 300; n++)
      sockets.push((await desk.follow({ ...second!.customer, sub: `customer-${n}` })).socket);
    await desk.close(0);
    const before = desk.pauses.count;
    await desk.advance(11);
    for (const socket of sockets) expect(positions(socket)).toEqual([2, 1]);
    expect(desk.pauses.count).toBeGreaterThan(before);
  });
});
