import { setTimeout as sleep } from 'node:timers/promises';
import { livePath, liveProtocol } from '@chat-ticket/contract';
import { issueToken, openRaw } from '@chat-ticket/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { secret, startEdge } from './start-edge.ts';

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge({ isDebug: true });
});
afterAll(() => edge.stop());

async function openSocket(sub: string): Promise<WebSocket> {
  const token = await issueToken({ secret, role: 'agent', sub });
  const socket = new WebSocket(edge.url + livePath, [liveProtocol, `bearer.${token}`]);
  await new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
  return socket;
}

const closeEventOf = (socket: WebSocket) =>
  new Promise<{ code: number; reason: string; wasClean: boolean }>((resolve) =>
    socket.addEventListener('close', ({ code, reason, wasClean }) => resolve({ code, reason, wasClean })),
  );

it.each([
  ['without a code', [], { code: 1005, reason: '', wasClean: true }],
  ['with a code and a reason', [4000, 'bye'], { code: 4000, reason: 'bye', wasClean: true }],
] as const)('lets a client that closes %s finish cleanly', async (_, [code, reason], event) => {
  const socket = await openSocket('ann');
  const closed = closeEventOf(socket);
  socket.close(code, reason);
  expect(await Promise.race([closed, sleep(5_000)])).toEqual(event);
});

it('leaves no rejection unhandled when a connection is lost before, during or after its close', async () => {
  for (let n = 0; n < 24; n++) {
    const raw = await openRawConnection(`ben-${n}`);
    if (n % 4 === 1) raw.sendClose(4000, 'bye');
    if (n % 4 === 2) raw.sendClose(1000);
    if (n % 4 === 3) raw.sendClose();
    await sleep(n % 3);
    raw.socket.resetAndDestroy();
  }
  await sleep(1_000);
  const socket = await openSocket('cay');
  socket.close();
  expect(edge.output()).not.toMatch(/uncaught|unhandled|Network connection lost/i);
});

async function openRawConnection(sub: string) {
  const raw = openRaw({ baseUrl: edge.url, secret }, await issueToken({ secret, role: 'agent', sub }));
  await expect.poll(raw.received, { timeout: 10_000 }).toBeGreaterThan(150);
  return raw;
}
