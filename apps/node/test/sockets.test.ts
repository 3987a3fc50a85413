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

  it('stops with 0, whatever refused upgrades and sockets its clients keep open', async () => {
    const desk = await openDesk(runtime);
    const token = await issueToken({ secret: desk.secret, role: 'supervisor', sub: 'sue' });
    const live = openRaw({ baseUrl: desk.url, secret: desk.secret }, token);
    await expect.poll(live.received).toBeGreaterThan(150);
    const refused = [livePath, '/healthz'].map((path) => openRawHttp(desk.url, refusedUpgrade(path)));
    await expect.poll(() => refused.every(({ received }) => received() !== '')).toBe(true);
    expect(await desk.stop()).toBe(0);
    live.socket.destroy();
  });
});
