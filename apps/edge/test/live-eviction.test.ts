import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken, openEventRecorder, openRaw } from '@chat-ticket/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { secret, startEdge } from './start-edge.ts';

/** The runtime drops an object from memory after 10 s without work. The next alarm is due after 20 s. */
const idleMs = 12_500;
const patient = { timeout: 15_000, interval: 50 };

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge({ isDebug: true });
});
afterAll(() => edge.stop());

/** The number of sockets of each hub that was restored into memory. */
const restoredSockets = () =>
  [...edge.output().matchAll(/"live hub restored","sockets":(\d+)/g)].map(([, sockets]) => Number(sockets));

const clientOf = (token: string) => createClient({ baseUrl: edge.url, token });

const follow = async (token: string) => {
  const recorder = openEventRecorder({ baseUrl: edge.url, secret }, token);
  recorder.send({ type: 'resume', seq: await recorder.ready() });
  return recorder;
};

/** Creates a chat that the agent has. `say` sends a message of the agent. */
async function openChat(agentId: string) {
  const agentToken = await issueToken({ secret, role: 'agent', sub: agentId });
  const agent = clientOf(agentToken);
  unwrap(await agent.setOnline());
  const service = clientOf(await issueToken({ secret, role: 'service', sub: 'backend' }));
  const ticket = unwrap(await service.createTicket({ customer: { id: agentId } }));
  expect(ticket.agentId).toBe(agentId);
  const roomID = ticket.metadata.roomId;
  return {
    agentToken,
    customerToken: await issueToken({ secret, role: 'customer', sub: agentId, room: roomID }),
    say: async (text: string) => unwrap(await agent.sendMessage({ roomID, clientMessageId: text, text })),
    leave: async () => {
      unwrap(await agent.closeRoom({ roomID }));
      unwrap(await agent.setOffline());
    },
  };
}

const textOf = ({ type, data }: { type: string; data: object }) =>
  type === 'message.posted' && 'text' in data ? [data.text] : [];

it(
  'continues after its hubs were dropped from memory, and pings do not restore them',
  { timeout: 60_000 },
  async () => {
    const chat = await openChat('ann');
    const recorders = [await follow(chat.agentToken), await follow(chat.agentToken)];
    recorders.push(await follow(chat.customerToken));
    await chat.say('before');
    for (const { events } of recorders)
      await expect.poll(() => events().flatMap(textOf), patient).toEqual(['before']);

    await sleep(idleMs);
    for (const { send } of recorders) send({ type: 'ping' });
    for (const { controls } of recorders)
      await expect.poll(controls, patient).toContainEqual({ type: 'pong' });
    expect(restoredSockets()).toEqual([]);
    await chat.say('after');
    for (const { events, seqs, expectEventually } of recorders) {
      await expectEventually(() => events().flatMap(textOf), ['before', 'after']);
      expect(seqs()).toHaveLength(2);
    }
    await expect.poll(() => restoredSockets().toSorted(), patient).toEqual([1, 2]);
    for (const { close } of recorders) close();
    await chat.leave();
  },
);

it('answers a close that restores its hub', { timeout: 60_000 }, async () => {
  // A customer’s hub has no other connection whose alarm could restore it earlier.
  const { customerToken, leave } = await openChat('cay');
  const raw = openRaw({ baseUrl: edge.url, secret }, customerToken);
  await expect.poll(raw.received, patient).toBeGreaterThan(150);
  const restoredBefore = restoredSockets().length;
  await sleep(idleMs);
  raw.sendClose(4000, 'bye');
  await expect.poll(raw.closeFrame, patient).toEqual({ code: 4000, reason: 'bye' });
  expect(restoredSockets()).toHaveLength(restoredBefore + 1);
  await leave();
});

it('loses no event in a deploy, which closes all connections', { timeout: 90_000 }, async () => {
  const chat = await openChat('ben');
  const followers = [chat.agentToken, chat.customerToken].map((token) => {
    const texts: unknown[] = [];
    let resets = 0;
    const live = clientOf(token).live({
      onReset: () => void (resets += 1),
      onEvent: (event) => void texts.push(...textOf(event)),
    });
    return { texts, live, resets: () => resets };
  });
  for (const { live } of followers) await expect.poll(() => live.seq, patient).toEqual(expect.any(Number));
  await chat.say('before');
  for (const { texts } of followers) await expect.poll(() => texts, patient).toEqual(['before']);
  await edge.restart();
  await chat.say('after');
  for (const { texts, live, resets } of followers) {
    await expect.poll(() => texts, { ...patient, timeout: 30_000 }).toEqual(['before', 'after']);
    expect(resets()).toBe(1);
    live.close();
  }
});
