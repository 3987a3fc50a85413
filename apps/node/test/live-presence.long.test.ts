import { setTimeout as sleep } from 'node:timers/promises';
import { defaultSettings } from '@chat-ticket/contract';
import { type Client, createClient, type LiveState, unwrap } from '@chat-ticket/client';
import { issueToken } from '@chat-ticket/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startBlackHole } from './live/black-hole.ts';
import { secret, startDesk } from './start-desk.ts';

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
  it('whose connection dies without a word loses its offers after its lease, and its chats stay a while', async () => {
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
    const holder = async (id: string) => unwrap(await service.getTicket({ ticketID: id })).agentId;
    expect([await holder(chat.id), await holder(offer.id)]).toEqual(['ann', 'ann']);

    await sleep(30_000);
    hole.swallow();
    await sleep(35_000);
    expect(await holder(offer.id)).toBe('ann');
    // The client, too, has noticed that nothing comes any more.
    expect(states).toContain('waiting');
    await expect.poll(() => holder(offer.id), { timeout: 40_000, interval: 500 }).toBe('ben');
    expect(await holder(chat.id)).toBe('ann');
    expect((await take('c')).agentId).toBe('ben');
    const { status } = unwrap(await service.getAgent({ agentID: 'ann' }));
    expect(status).toBe('online');
  });

  it('who only listens keeps its lease, and a reload of five seconds changes nothing', async () => {
    const { desk, service } = await openDesk();
    const ann = clientOf(desk.url, 'agent', 'ann');
    const supervisor = createClient({
      baseUrl: desk.url,
      token: () => issueToken({ secret, role: 'supervisor', sub: 'sue' }),
    });
    const told: string[] = [];
    const board = supervisor.live({ onEvent: ({ type }) => told.push(type), onReset: () => {} });
    onTestFinished(() => board.close());
    unwrap(await ann.setOnline());
    const { live: first } = follow(ann);
    await expect.poll(() => first.seq).toBeDefined();
    await sleep(70_000);
    first.close();
    await sleep(5_000);
    follow(ann);
    await sleep(10_000);
    expect(told.filter((type) => type.startsWith('agent.'))).toEqual([
      'agent.status_changed',
      'agent.connected',
    ]);
    expect(unwrap(await service.createTicket({ customer: { id: 'c' } })).agentId).toBe('ann');
  });
});
