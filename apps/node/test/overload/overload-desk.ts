import { execFileSync } from 'node:child_process';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { onTestFinished } from 'vitest';
import { secret, startDesk } from '../start-desk.ts';
import { findPeak, type Outcome, postTo, sendAtRate } from './load.ts';

/** How long each part takes. */
export type OverloadPlan = { peakMs: number; overloadMs: number };

export type Overload = {
  /** What the desk did without too much load, and under twice that. */
  peak: Outcome;
  overload: Outcome;
  /** The memory of the process, in MiB. */
  memoryBefore: number;
  memoryDuring: number;
  /** How long after the load the desk responded quickly again, in ms. */
  recoveryMs: number;
  log: string;
};

const rooms = 50;
const quickMs = 100;

const residentMiB = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1_024;

/** Sends messages to a desk: as many as it can take, then twice as many. */
export async function overloadDesk({ peakMs, overloadMs }: OverloadPlan): Promise<Overload> {
  const desk = await startDesk('node', { AUTH_SECRET: secret, LOG_LEVEL: 'warn' });
  onTestFinished(async () => void (await desk.stop()));
  const token = await issueToken({ secret, sub: 'backend', role: 'service' });
  const client = createClient({ baseUrl: desk.url, token });
  const limits = { messagesPerRoomPerMinute: 1_000_000 };
  unwrap(await client.putSettings({ limits }));
  const roomIds: string[] = [];
  for (let i = 0; i < rooms; i++) {
    const ticket = unwrap(await client.createTicket({ customer: { id: `c${i}` } }));
    roomIds.push(ticket.metadata.roomId);
  }
  let sent = 0;
  const send = postTo(
    () => `${desk.url}/cs-chat-ticket/v1/rooms/${roomIds[sent++ % rooms]}/messages`,
    { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    () => ({ clientMessageId: crypto.randomUUID(), text: 'Where is my order?' }),
  );
  const pid = desk.process.pid!;

  await findPeak(send, 32, peakMs / 2);
  const peak = await findPeak(send, 32, peakMs);
  const memoryBefore = residentMiB(pid);
  let memoryDuring = 0;
  const timer = setInterval(() => {
    memoryDuring = Math.max(memoryDuring, residentMiB(pid));
  }, 1_000);
  const overload = await sendAtRate(send, peak.goodput * 2, overloadMs);
  clearInterval(timer);
  const recoveryMs = await untilQuick(send);
  return { peak, overload, memoryBefore, memoryDuring, recoveryMs, log: desk.logged() };
}

/** How long it takes until ten requests in a row get good responses quickly, in ms. */
async function untilQuick(send: (agent: Agent) => Promise<number>): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const startedAt = performance.now();
  for (let quick = 0; quick < 10 && performance.now() - startedAt < 30_000;) {
    const sentAt = performance.now();
    const status = await send(agent);
    quick = status === 201 && performance.now() - sentAt < quickMs ? quick + 1 : 0;
    if (quick === 0) await sleep(20);
  }
  agent.destroy();
  return performance.now() - startedAt;
}
