import { setTimeout as sleep } from 'node:timers/promises';
import { defaultSettings } from '@chat-ticket/contract';
import { type Client, createClient, type LiveState, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startBlackHole } from './live/black-hole.ts';
import { secret, startDesk } from './start-desk.ts';

// Proves what presence does in real time: when an agent whose connection drops silently loses its offers, that it keeps its
// picked tickets, and that a reload of the page changes nothing. A proxy swallows the traffic without closing a connection,
// and the test waits for the real leases.

const clientOf = (baseUrl: string, role: 'agent' | 'service', sub: string) =>
  createClient({ baseUrl, token: () => issueToken({ secret, role, sub }) });

const follow = (client: Client) => {
  const states: LiveState[] = [];
  const live = client.live({
    onEvent: () => {},
    onReset: () => {},
    onState: (state) => states.push(state),
  });
  onTestFinished(() => live.close());
  return { live, states };
};

async function openDesk() {
  const desk = await startDesk('node');
  const hole = await startBlackHole(desk.url);
  onTestFinished(async () => {
    hole.stop();
    await desk.stop();
  });
  const service = clientOf(desk.url, 'service', 'backend');
  const queues = [{ ...defaultSettings.queues[0]!, pickTimeoutSeconds: 600 }];
  unwrap(await service.putSettings({ queues }));
  return { desk, hole, service };
}

describe.concurrent('an agent', () => {
  it('whose connection drops silently loses its offers after its lease, and keeps its chats for the grace time', async () => {
    const { desk, hole, service } = await openDesk();
    const ann = clientOf(hole.url, 'agent', 'ann');
    const ben = clientOf(desk.url, 'agent', 'ben');
    const { states } = follow(ann);
    follow(ben);
    unwrap(await ann.setOnline());
    const take = async (customer: string) =>
      unwrap(await service.createTicket({ customer: { id: customer } }));
    const [chat, offer] = [await take('a'), await take('b')];
    unwrap(await ann.setPickedTime({ ticketID: chat.id }));
    unwrap(await ben.setOnline());
    const assignee = async (id: string) => unwrap(await service.getTicket({ ticketID: id })).agentId;
    expect([await assignee(chat.id), await assignee(offer.id)]).toEqual(['ann', 'ann']);

    await sleep(30_000);
    hole.dropAll();
    await sleep(35_000);
    expect(await assignee(offer.id)).toBe('ann');
    // The client has noticed the silence as well.
    expect(states).toContain('waiting');
    await expect.poll(() => assignee(offer.id), { timeout: 40_000, interval: 500 }).toBe('ben');
    expect(await assignee(chat.id)).toBe('ann');
    expect((await take('c')).agentId).toBe('ben');
    const { status } = unwrap(await service.getAgent({ agentID: 'ann' }));
    expect(status).toBe('online');
  });

  it('that only listens keeps its lease, and a reload of 5 s changes nothing', async () => {
    const { desk, service } = await openDesk();
    const ann = clientOf(desk.url, 'agent', 'ann');
    const supervisor = createClient({
      baseUrl: desk.url,
      token: () => issueToken({ secret, role: 'supervisor', sub: 'sue' }),
    });
    const types: string[] = [];
    const board = supervisor.live({ onEvent: ({ type }) => types.push(type), onReset: () => {} });
    onTestFinished(() => board.close());
    unwrap(await ann.setOnline());
    const { live: first } = follow(ann);
    await expect.poll(() => first.seq).toBeDefined();
    await sleep(70_000);
    first.close();
    await sleep(5_000);
    follow(ann);
    await sleep(10_000);
    expect(types.filter((type) => type.startsWith('agent.'))).toEqual([
      'agent.status_changed',
      'agent.connected',
    ]);
    expect(unwrap(await service.createTicket({ customer: { id: 'c' } })).agentId).toBe('ann');
  });
});
