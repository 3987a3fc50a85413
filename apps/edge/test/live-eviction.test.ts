import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, unwrap } from '@chat-ticket/client';
import { issueToken, openEventRecorder } from '@chat-ticket/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { secret, startEdge } from './start-edge.ts';

/** The runtime lets go of an object that has had nothing to do for 10 s; the next alarm is due after 20 s. */
const idleMs = 12_500;
const patient = { timeout: 15_000, interval: 50 };

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge({ tellsAll: true });
});
afterAll(() => edge.stop());

/** How many sockets each hub had that came back into memory. */
const woken = () =>
  [...edge.output().matchAll(/"live hub woken","sockets":(\d+)/g)].map(([, sockets]) => Number(sockets));

const clientOf = (token: string) => createClient({ baseUrl: edge.url, token });

const follow = async (token: string) => {
  const recorder = openEventRecorder({ baseUrl: edge.url, secret }, token);
  recorder.send({ type: 'resume', seq: await recorder.ready() });
  return recorder;
};

/** A chat that its agent has, with the tokens of both and a way to say something in it. */
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

it('goes on when its hubs were out of memory, which pings do not wake', { timeout: 60_000 }, async () => {
  const chat = await openChat('ann');
  const recorders = [await follow(chat.agentToken), await follow(chat.agentToken)];
  recorders.push(await follow(chat.customerToken));
  await chat.say('before');
  for (const { events } of recorders)
    await expect.poll(() => events().flatMap(textOf), patient).toEqual(['before']);

  await sleep(idleMs);
  for (const { send } of recorders) send({ type: 'ping' });
  for (const { controls } of recorders) await expect.poll(controls, patient).toContainEqual({ type: 'pong' });
  expect(woken()).toEqual([]);
  await chat.say('after');
  for (const { events, seqs, expectEventually } of recorders) {
    await expectEventually(() => events().flatMap(textOf), ['before', 'after']);
    expect(seqs()).toHaveLength(2);
  }
  await expect.poll(() => woken().toSorted(), patient).toEqual([1, 2]);
  for (const { close } of recorders) close();
  await chat.leave();
});

it('loses nothing to a deploy, which ends all connections', { timeout: 90_000 }, async () => {
  const chat = await openChat('ben');
  const heard = [chat.agentToken, chat.customerToken].map((token) => {
    const texts: unknown[] = [];
    let resets = 0;
    const live = clientOf(token).live({
      onReset: () => void (resets += 1),
      onEvent: (event) => void texts.push(...textOf(event)),
    });
    return { texts, live, resets: () => resets };
  });
  for (const { live } of heard) await expect.poll(() => live.seq, patient).toEqual(expect.any(Number));
  await chat.say('before');
  for (const { texts } of heard) await expect.poll(() => texts, patient).toEqual(['before']);
  await edge.restart();
  await chat.say('after');
  for (const { texts, live, resets } of heard) {
    await expect.poll(() => texts, { ...patient, timeout: 30_000 }).toEqual(['before', 'after']);
    expect(resets()).toBe(1);
    live.close();
  }
});
