import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openHub } from '../../test/open-hub.ts';

const sue = { role: 'supervisor', sub: 'sue' } as const;

describe('a connection is closed', () => {
  it('when its client sends a frame outside the contract', async () => {
    const desk = await openHub();
    const wrong = [
      '',
      '{',
      '[]',
      '{"type":"x"}',
      '{"type":"ping","a":1}',
      '{"type":"resume","seq":-1}',
      '{"type":"ping","type":"ping"}',
      '{"type":"resume","t\\u0079pe":"ping"}',
    ];
    for (const frame of wrong) {
      const { socket, connection } = await desk.follow(sue);
      connection.receive(frame);
      expect({ frame, closedBy: socket.closedBy }).toEqual({ frame, closedBy: 'frame_invalid' });
    }
    const { socket, connection } = await desk.follow(sue);
    connection.receive('{"type":"resume","seq":0}');
    expect(socket.closedBy).toBe('frame_invalid');
    const large = await desk.follow(sue);
    large.connection.receive(`{"type":"ping"${' '.repeat(1_100)}}`);
    expect(large.socket.closedBy).toBe('frame_too_large');
  });

  it('within a second after its token expires, and after a minute of silence', async () => {
    const desk = await openHub();
    const { socket } = desk.connect(sue, 10_000);
    const silent = await desk.follow(sue);
    const alive = await desk.follow(sue);
    for (let second = 0; second < 62; second++) {
      desk.clock.now += 1_000;
      if (second % 20 === 0) alive.connection.receive('{"type":"ping"}');
      await desk.hub.tick();
      expect(socket.closedBy).toBe(second < 9 ? undefined : 'token_expired');
    }
    expect(silent.socket).toMatchObject({ closedBy: 'client_silent', pings: 3 });
    expect(alive.socket.closedBy).toBeUndefined();
    expect(alive.socket.control()).toContain('pong');
  });

  it.each([600_000, -3_600_000])('not when the clock changes by %i ms', async (ms) => {
    const { clock, follow, hub } = await openHub();
    const { socket, connection } = await follow({ role: 'agent', sub: 'ann' });
    await hub.tick();
    clock.now += ms;
    await hub.tick();
    expect(socket.closedBy).toBeUndefined();
    for (let seconds = 0; seconds < 50; seconds += 10) {
      clock.now += 10_000;
      connection.touch();
      await hub.tick();
    }
    expect(socket.closedBy).toBeUndefined();
    for (let seconds = 0; seconds <= 60; seconds += 10) {
      clock.now += 10_000;
      await hub.tick();
    }
    expect(socket.closedBy).toBe('client_silent');
  });

  it('when its token is revoked; other connections stay open', async () => {
    const desk = await openHub();
    const revoked = await desk.follow(sue);
    const sam = await desk.follow({ role: 'supervisor', sub: 'sam' });
    await desk.hub.tick();
    await desk.call('admin', 'root', 'POST', '/v1/tokens/revoke', { role: 'supervisor', sub: 'sue' });
    desk.clock.now += 20_000;
    await desk.hub.tick();
    expect(revoked.socket.closedBy).toBe('token_revoked');
    expect(sam.socket.closedBy).toBeUndefined();
  });

  it('that was silent longest, when its principal opens a sixth', async () => {
    const desk = await openHub();
    const five: Awaited<ReturnType<typeof desk.follow>>[] = [];
    for (let n = 0; n < 5; n++) five.push(await desk.follow(sue));
    const closed = () => five.map(({ socket }) => socket.closedBy);
    desk.connect({ role: 'supervisor', sub: 'sam' });
    expect(closed()).toEqual([undefined, undefined, undefined, undefined, undefined]);
    desk.clock.now += 1_000;
    for (const n of [0, 1, 3, 4]) five[n]!.connection.receive('{"type":"ping"}');
    expect(desk.connect(sue).socket.closedBy).toBeUndefined();
    expect(closed()).toEqual([undefined, undefined, 'too_many_connections', undefined, undefined]);
    five[1]!.connection.handleClose();
    expect(desk.connect(sue).socket.closedBy).toBeUndefined();
    expect(closed()).toEqual([undefined, undefined, 'too_many_connections', undefined, undefined]);
  });

  it('when its client sends more than 500 frames at once, or more than 50 per second for long', async () => {
    const desk = await openHub();
    const [fast, steady] = [await desk.follow(sue), await desk.follow(sue)];
    const ping = (connection: typeof fast.connection, times: number) => {
      for (let n = 0; n < times; n++) connection.receive('{"type":"ping"}');
    };
    ping(fast.connection, 499);
    expect(fast.socket.closedBy).toBeUndefined();
    fast.connection.receiveControl();
    expect(fast.socket.closedBy).toBe('too_many_frames');
    for (let second = 0; second < 60; second++) {
      ping(steady.connection, 50);
      desk.clock.now += 1_000;
    }
    expect(steady.socket.closedBy).toBeUndefined();
    for (let second = 0; second < 10; second++) {
      ping(steady.connection, 110);
      desk.clock.now += 1_000;
    }
    expect(steady.socket.closedBy).toBe('too_many_frames');
  });

  it('when its reader does not take control frames, of which few are kept for it', async () => {
    const desk = await openHub();
    const { socket, connection } = await desk.follow(sue);
    socket.isBlocked = true;
    for (let n = 0; n < 300; n++) connection.receive('{"type":"ping"}');
    expect(socket.pending.frames).toBe(1);
    socket.unblock();
    expect(socket.control().filter((type) => type === 'pong')).toHaveLength(2);
    socket.pending.bytes = 65_537;
    await desk.hub.tick();
    expect(socket.closedBy).toBeUndefined();
    desk.clock.now += 1_000;
    await desk.hub.tick();
    expect(socket.closedBy).toBe('reader_slow');
  });

  it('when its reader stops and falls 256 frames behind; a late reader gets every event', async () => {
    const desk = await openHub();
    await desk.call('agent', 'ann', 'PUT', '/v1/status', { status: 'away' });
    const toggle = async (times: number) => {
      for (let n = 0; n < times; n++)
        await desk.call('agent', 'ann', 'PUT', '/v1/status', { status: n % 2 === 0 ? 'busy' : 'away' });
    };
    const stuck = await desk.follow(sue);
    const late = await desk.follow(sue);
    stuck.socket.isBlocked = true;
    late.socket.pending.bytes = 16_384;
    await toggle(250);
    await pause(30);
    desk.clock.now += 2_000;
    await desk.hub.tick();
    expect(stuck.socket).toMatchObject({ closedBy: undefined, pending: { frames: 64 } });
    late.socket.pending.bytes = 0;
    await expect.poll(() => late.socket.seqs().length).toBe(250);
    await toggle(10);
    await desk.hub.tick();
    expect(stuck.socket).toMatchObject({ closedBy: 'reader_slow', pending: { frames: 64 } });
    await expect.poll(() => late.socket.seqs().length).toBe(260);
    expect(late.socket.closedBy).toBeUndefined();
  });

  it('when its reader stops and falls 64 KiB behind', async () => {
    const desk = await openHub();
    const { id } = await desk.createTicket('a');
    const { socket } = await desk.follow(sue);
    socket.isBlocked = true;
    for (let n = 0; n < 40; n++) await desk.recordRefund(id, 'x'.repeat(2_000));
    await pause(30);
    desk.clock.now += 2_000;
    await desk.hub.tick();
    expect(socket.closedBy).toBe('reader_slow');
    expect(socket.pending.bytes).toBeLessThan(32_768);
  });

  it('when the event log cannot be read; new connections are served once it can', async () => {
    const desk = await openHub();
    const { id } = await desk.createTicket('a');
    await desk.db.batch(['alter table events rename to away'], 'write');
    const { socket } = desk.connect(sue);
    await expect.poll(() => socket.closedBy).toBe('internal_error');
    await desk.db.batch(['alter table away rename to events'], 'write');
    const later = await desk.follow(sue);
    await desk.recordRefund(id);
    await expect.poll(() => later.socket.seqs()).toEqual([2]);
  });

  it('when the process stops', async () => {
    const desk = await openHub();
    const { socket } = await desk.follow(sue);
    desk.hub.stop();
    expect(socket.closedBy).toBe('going_away');
  });
});
