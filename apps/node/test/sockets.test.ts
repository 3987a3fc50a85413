import { readdirSync } from 'node:fs';
import { livePath } from '@chat-ticket/contract';
import { issueToken, openRaw } from '@chat-ticket/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openRawHttp, refusedUpgrade } from './live/raw-http.ts';
import { type Runtime, testedRuntimes } from './runtimes.ts';
import { type RunningDesk, startDesk } from './start-desk.ts';

// Proves that a client takes no connection, memory or time of the desk for longer than the limits allow, whatever it sends or
// does not read. The clients speak TCP, because no HTTP client behaves like this.

async function openDesk(runtime: Runtime): Promise<RunningDesk> {
  const desk = await startDesk(runtime);
  onTestFinished(async () => {
    await desk.stop();
  });
  return desk;
}

const openLive = async ({ url, secret }: RunningDesk) =>
  openRaw({ baseUrl: url, secret }, await issueToken({ secret, role: 'supervisor', sub: 'sue' }));

/** A frame of a client, masked with zeros. */
const frame = (opcode: number, payload: string): Buffer =>
  Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | payload.length, 0, 0, 0, 0]), Buffer.from(payload)]);

/** The number of sockets that the process has open, where the operating system tells. */
const openSockets = ({ process: { pid } }: RunningDesk): number => readdirSync(`/proc/${pid}/fd`).length;

describe.each(testedRuntimes())('a desk on %s', (runtime) => {
  it('closes a refused upgrade, whether its client closes, goes on sending or does neither', async () => {
    const desk = await openDesk(runtime);
    const before = openSockets(desk);
    for (const path of [livePath, '/healthz', '/nowhere']) {
      const connections = ['', 'x'.repeat(100_000)].flatMap((rest) =>
        Array.from({ length: 10 }, () => openRawHttp(desk.url, refusedUpgrade(path) + rest)),
      );
      await expect.poll(() => connections.every(({ isEnded }) => isEnded()), { timeout: 5_000 }).toBe(true);
      expect(connections[0]!.received()).toMatch(/^HTTP\/1.1 \d{3} /);
      const gone = Array.from({ length: 10 }, () =>
        openRawHttp(desk.url, refusedUpgrade(path) + 'x'.repeat(100_000)),
      );
      for (const { socket } of gone) setTimeout(() => socket.destroy(), 30);
    }
    await expect.poll(() => openSockets(desk), { timeout: 5_000 }).toBeLessThan(before + 10);
  });

  it('answers a ping of the WebSocket protocol with one pong', async () => {
    const desk = await openDesk(runtime);
    const { frames, send, socket, received } = await openLive(desk);
    await expect.poll(received).toBeGreaterThan(150);
    socket.write(frame(9, 'one'));
    send('{"type":"ping"}');
    await expect.poll(() => frames().filter(({ text }) => text.includes('"pong"'))).toHaveLength(1);
    expect(frames().filter(({ opcode }) => opcode === 10)).toEqual([{ opcode: 10, text: 'one' }]);
    socket.destroy();
  });

  it.each([
    ['JSON', frame(1, '{"type":"ping"}')],
    ['protocol', frame(9, 'x'.repeat(125))],
  ])('closes the connection of a client that sends %s pings and reads no pong', async (_, ping) => {
    const desk = await openDesk(runtime);
    const { socket, received } = await openLive(desk);
    await expect.poll(received).toBeGreaterThan(150);
    socket.pause();
    let isClosed = false;
    socket.on('close', () => (isClosed = true));
    const flood = Buffer.concat(Array.from({ length: 1_000 }, () => ping));
    await expect
      .poll(
        () => {
          if (!isClosed && socket.writableLength < 1e6) socket.write(flood);
          return isClosed;
        },
        { timeout: 10_000, interval: 5 },
      )
      .toBe(true);
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
  });

  it('stops with 0, whatever refused upgrades and sockets its clients keep open', async () => {
    const desk = await openDesk(runtime);
    const live = await openLive(desk);
    await expect.poll(live.received).toBeGreaterThan(150);
    const refused = [livePath, '/healthz'].map((path) => openRawHttp(desk.url, refusedUpgrade(path)));
    await expect.poll(() => refused.every(({ received }) => received() !== '')).toBe(true);
    expect(await desk.stop()).toBe(0);
    live.socket.destroy();
  });
});
